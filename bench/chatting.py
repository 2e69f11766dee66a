"""How long a reply takes with 50 patients chatting: `python -m bench.chatting`.

The real demo is started: PostgreSQL, API, bot and local Telegram, and the patients beside them on the same cores. Each
patient writes a wish, waits for the answer, taps the first button, waits for the change, and thinks for a while.
Measured is the time from handing a message to Telegram until the patient's screen shows the reply, with Telegram's own
work. The promise: 95 % of the replies within 300 ms on two cores.
"""

import asyncio
import os
import random
import statistics
import tempfile
import time
from pathlib import Path

from cli.child import child, wait_until_ready
from cli.loopback import free_port
from sandbox.client import Message, Person, Telegram

PATIENTS = 50
SECONDS = 60.0
COMING_SECONDS = 25.0
"""In which all come and agree before anything is measured: all at once, Telegram's 30 messages a second, and not
the bot, would be what they wait for."""
THINK_SECONDS = 2.0, 6.0
"""Between an answer and the next act, evenly: some 12 acts a second in all."""
WISHES = (
    "болит горло, завтра после пяти",
    "нужен терапевт в пятницу утром",
    "к окулисту на следующей неделе",
    "хочу к неврологу послезавтра вечером",
    "sore throat, tomorrow after 5 pm",
    "I need a dermatologist next week in the morning",
)


async def chats(telegram: Telegram, number: int, begin: float, waits: dict[str, list[float]]) -> None:
    rng = random.Random(number)  # noqa: S311 - the same chat every time
    patient = await telegram.user(f"Patient {number}", language_code="ru")
    await asyncio.sleep(COMING_SECONDS * number / PATIENTS)
    await patient.start()
    await patient.next_message()
    await patient.say("болит горло")
    consent = await patient.wait_for_text("согласие")
    await patient.press((0, 0), consent)
    await asyncio.sleep(max(0.0, begin - time.monotonic()))
    while time.monotonic() < begin + SECONDS:
        await asyncio.sleep(rng.uniform(*THINK_SECONDS))
        await act(patient, rng, waits)


async def act(patient: Person, rng: random.Random, waits: dict[str, list[float]]) -> None:
    """A wish and its answer, or a tap on the newest buttons and what it changes."""
    last = (await patient.look()).last
    began = time.monotonic()
    if last is not None and last.by_bot and last.buttons and rng.random() < 0.5:
        await patient.press((0, 0), last)
        await patient.wait_for(lambda sight: changed(last, sight.last))
        waits["tap"].append(time.monotonic() - began)
    else:
        await patient.say(rng.choice(WISHES))
        await patient.next_message()
        waits["words"].append(time.monotonic() - began)


def changed(before: Message, now: Message | None) -> bool:
    return now is not None and (now.id, now.version) != (before.id, before.version)


async def measure(url: str) -> dict[str, list[float]]:
    waits: dict[str, list[float]] = {"words": [], "tap": []}
    async with Telegram(url) as telegram, asyncio.TaskGroup() as group:
        begin = time.monotonic() + COMING_SECONDS + THINK_SECONDS[1]
        for number in range(PATIENTS):
            group.create_task(chats(telegram, number, begin, waits))
    return waits


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        port, log = free_port(), Path(folder) / "demo.log"
        environment = {"FRONTDESK_DATA": folder, "QUOTA_BOOKINGS_PER_HOUR": "100000", "LOG_LEVEL": "WARNING"}
        with child(["demo", "--port", str(port)], environment, log) as process:
            url = f"http://127.0.0.1:{port}"
            wait_until_ready(f"{url}/readyz", process, log)
            waits = asyncio.run(measure(url))
    for what, seconds in waits.items():
        ordered = sorted(seconds)
        p50, p95 = 1000 * statistics.median(ordered), 1000 * ordered[int(0.95 * len(ordered))]
        print(f"{what}: {len(ordered)} replies, median {p50:.0f} ms, 95 % within {p95:.0f} ms", end=", ")
        print(f"worst {1000 * ordered[-1]:.0f} ms")
    print(f"{PATIENTS} patients for {SECONDS:.0f} s on {os.cpu_count()} cores")


if __name__ == "__main__":
    main()
