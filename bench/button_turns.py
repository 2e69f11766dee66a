"""Button turns of the bot on one core beside the shortest aiogram bot: `python -m bench.button_turns`.

A turn is everything that a tap costs: long polling, the durable inbox, the dialogue, one transaction, an edited
message, the answered tap, the record of what was sent. Telegram and the clinic are stubs on the other core, with
PostgreSQL; the bot's process is held to one core. The promise: 300 turns a second, ten times what Telegram lets a bot
send, so the limits are lifted here. Both bots take turns in one run: a noisy machine is noisy for both.

Found on two cores: 540 turns a second for a list of buttons (1.8 ms of CPU; the echo: 920 and 1.1 ms), 150 for a
month of the calendar (6.6 ms). In the profile a calendar costs one call of the clinic over httpx and some 40 buttons,
each a pydantic model that is built, written as JSON for the queue and once more by aiogram. Other sizes of the pool of
connections to the clinic changed nothing.
"""

import asyncio
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import httpx
import psutil

from bench.clinic_stub import FIRST
from bot.dialogue.way_callbacks import ToMonth, ToSpecialties
from bot.dialogue.where import Where
from bot.migrations import runner
from cli.embedded import embedded_postgres
from cli.loopback import free_port

CHATS, TAPS, ROUNDS = 100, 1500, 3
TAPPED = {
    "a list of specialties": ToSpecialties(at=Where()).pack(),
    "a month of the calendar": ToMonth(at=Where(specialty="ent", day=FIRST)).pack(),
}
PATIENCE = 120.0


class Stub:
    """Telegram and the clinic, and what they count."""

    def __init__(self, url: str) -> None:
        self._http = httpx.Client(base_url=url, timeout=30, trust_env=False)

    def ready(self) -> None:
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            try:
                self._http.get("/readyz")
            except httpx.HTTPError:
                time.sleep(0.05)
            else:
                return

    def run(self, taps: int, data: str, process: psutil.Process) -> tuple[float, float]:
        """Turns a second, and milliseconds of the bot's CPU for one."""
        cpu, began = _cpu(process), time.monotonic()
        self._http.post("/load", json={"taps": taps, "data": data})
        while (counts := self._http.get("/counts").json())["edits"] < taps or counts["answers"] < taps:
            if time.monotonic() - began > PATIENCE:
                raise TimeoutError(f"only {counts} of {taps}")
            time.sleep(0.02)
        took = time.monotonic() - began
        time.sleep(0.2)  # what is recorded after the last edit belongs to it, too
        return taps / took, 1000 * (_cpu(process) - cpu) / taps


def _cpu(process: psutil.Process) -> float:
    times = process.cpu_times()
    return times.user + times.system


@contextmanager
def started(arguments: list[str], core: int, text: str = "") -> Iterator[psutil.Process]:
    process = subprocess.Popen([sys.executable, "-m", *arguments], stdin=subprocess.PIPE)
    os.sched_setaffinity(process.pid, {core})
    assert process.stdin is not None
    process.stdin.write(text.encode())
    process.stdin.close()
    try:
        yield psutil.Process(process.pid)
    finally:
        process.terminate()
        process.wait()


def settings(database_url: str, stub: str) -> str:
    return json.dumps(
        {
            "token": "1:ours",
            "telegram_api_url": stub,
            "database_url": database_url,
            "api_url": stub,
            "api_token": "bench-token-bench-token",
            "identity_secret": "bench-secret-bench-secret",
            "port": free_port(),
            "limits": {"overall_per_second": 1e6, "chat_per_second": 1e6, "chat_burst": 1000},
        }
    )


def main() -> None:
    ours: dict[str, list[tuple[float, float]]] = {name: [] for name in TAPPED}
    bare: list[tuple[float, float]] = []
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        os.sched_setaffinity(0, {1})  # PostgreSQL, which is started here, and the stubs stay on the other core
        url = os.environ.get("TEST_DATABASE_URL") or stack.enter_context(embedded_postgres(folder))
        asyncio.run(runner.upgrade(url))
        ports = free_port(), free_port()
        stubs = [Stub(f"http://127.0.0.1:{port}") for port in ports]
        for port, stub in zip(ports, stubs, strict=True):
            stack.enter_context(started(["bench.telegram_stub", str(port), str(CHATS)], 1))
            stub.ready()
        our_bot = stack.enter_context(started(["bot.main"], 0, settings(url, f"http://127.0.0.1:{ports[0]}")))
        echo = stack.enter_context(started(["bench.echo", f"http://127.0.0.1:{ports[1]}", "2:bare"], 0))
        for data in TAPPED.values():
            stubs[0].run(CHATS * 2, data, our_bot)  # memories and connections are warm then
        stubs[1].run(CHATS * 2, "x", echo)
        for _ in range(ROUNDS):
            for name, data in TAPPED.items():
                ours[name].append(stubs[0].run(TAPS, data, our_bot))
            bare.append(stubs[1].run(TAPS, "x", echo))
    _print("bare aiogram echo", bare)
    for name, figures in ours.items():
        _print(name, figures)


def _print(name: str, figures: list[tuple[float, float]]) -> None:
    rate, cpu = (statistics.median(column) for column in zip(*figures, strict=True))
    rates = f"{min(r for r, _ in figures):.0f}-{max(r for r, _ in figures):.0f}"
    print(f"{name:26} {rate:5.0f} turns a second ({rates}), {cpu:.2f} ms of CPU a turn")


if __name__ == "__main__":
    main()
