"""Does a chatting patient wait while reminders go out: `python -m bench.reminding`.

The real demo is started. 300 people's reminders fall due at one moment; while they leave, at Telegram's pace, one
patient goes on chatting. The promise: a reply within 1 s, and never more messages a second than Telegram takes.
"""

import asyncio
import statistics
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

import asyncpg

from bench.chatting import WISHES
from cli.child import child, wait_until_ready
from cli.embedded import embedded_postgres
from cli.loopback import free_port
from sandbox.client import Person, Telegram

PEOPLE = 300
COMING_AT_ONCE = 20
PATIENCE = 120.0
BOOK = """
WITH new AS (
    INSERT INTO accounts (external, created_at) SELECT 'telegram:' || unnest($1::bigint[]), now() RETURNING account_id
), visitors AS (
    INSERT INTO people (account_id, relation, created_at) SELECT account_id, 'self', now() FROM new
    RETURNING client_id, account_id
), numbered AS (SELECT *, row_number() OVER () - 1 AS n FROM visitors),
doctor AS (SELECT *, row_number() OVER (ORDER BY doctor_id) - 1 AS n, count(*) OVER () AS all_ FROM doctors)
INSERT INTO appointments (version, doctor_id, branch_id, office_number, client_id, account_id, start_time, end_time,
                          blocked, status, created_at, updated_at)
SELECT 1, d.doctor_id, d.branch_id, d.office_number, v.client_id, v.account_id,
       s.start, s.start + interval '20 seconds',
       tstzrange(s.start, s.start + interval '20 seconds'), 'confirmed', now() - interval '9 days',
       now() - interval '9 days'
FROM numbered v JOIN doctor d ON d.n = v.n % d.all_
CROSS JOIN LATERAL (SELECT now() + interval '23 hours 50 minutes' + v.n / d.all_ * interval '20 seconds' AS start) s
"""
TOLD = "SELECT count(*) FROM deliveries WHERE kind = 'reminder.due' AND outcome = 'sent'"


async def come(telegram: Telegram) -> list[int]:
    """People who have written to the bot, so that it may write to them; their ids."""
    gate = asyncio.Semaphore(COMING_AT_ONCE)

    async def one(number: int) -> int:
        async with gate:
            person = await telegram.user(f"Reminded {number}", language_code="ru")
            await person.start()
            await person.next_message(timeout=PATIENCE)
            return int(person.id)

    return await asyncio.gather(*(one(number) for number in range(PEOPLE)))


async def chat(patient: Person, until: asyncio.Event) -> list[float]:
    """Seconds from each message to its reply."""
    waits: list[float] = []
    number = 0
    while not until.is_set():
        began = time.monotonic()
        await patient.say(WISHES[number % len(WISHES)])
        await patient.next_message(timeout=PATIENCE)
        waits.append(time.monotonic() - began)
        number += 1
        await asyncio.sleep(1.0)
    return waits


async def all_told(connection: asyncpg.Connection, over: asyncio.Event) -> float:
    """Seconds until every reminder has been sent."""
    began = time.monotonic()
    while await connection.fetchval(TOLD) < PEOPLE:
        if time.monotonic() - began > PATIENCE:
            raise TimeoutError(f"{await connection.fetchval(TOLD)} of {PEOPLE} were sent")
        await asyncio.sleep(0.1)
    over.set()
    return time.monotonic() - began


async def measure(url: str, database_url: str) -> None:
    async with Telegram(url) as telegram:
        patient = await telegram.user("Anna", language_code="ru")
        await patient.start()
        await patient.next_message()
        await patient.say("болит горло")
        await patient.press((0, 0), await patient.wait_for_text("согласие"))
        ids = await come(telegram)
        before = max(call["number"] for call in await telegram.calls("sendMessage"))
        connection = await asyncpg.connect(database_url)
        over = asyncio.Event()
        try:
            await connection.execute(BOOK, ids)
            async with asyncio.TaskGroup() as group:
                telling = group.create_task(all_told(connection, over))
                chatting = group.create_task(chat(patient, over))
        finally:
            await connection.close()
        calls = await telegram.calls("sendMessage", after=before)
    report(telling.result(), sorted(chatting.result()), sorted(moment(call["at"]) for call in calls), calls)


def moment(at: object) -> float:
    """Seconds; the log of the local Telegram has ISO times or seconds."""
    return datetime.fromisoformat(at).astimezone(UTC).timestamp() if isinstance(at, str) else float(str(at))


def report(seconds: float, waits: list[float], sent: list[float], calls: list[dict[str, object]]) -> None:
    busiest = max(sum(start <= at < start + 1 for at in sent) for start in sent)
    refused = sum(call["code"] == 429 for call in calls)
    print(
        f"{PEOPLE} reminders in {seconds:.1f} s; of {len(sent)} messages at most {busiest} in a second, 429: {refused}"
    )
    median, worst = 1000 * statistics.median(waits), 1000 * waits[-1]
    print(f"{len(waits)} replies meanwhile: median {median:.0f} ms, worst {worst:.0f} ms")


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        port, log = free_port(), Path(folder) / "demo.log"
        environment = {"FRONTDESK_DATA": folder, "QUIET_HOURS": "none", "LOG_LEVEL": "WARNING"}
        with child(["demo", "--port", str(port)], environment, log) as process:
            url = f"http://127.0.0.1:{port}"
            wait_until_ready(f"{url}/readyz", process, log)
            with embedded_postgres(Path(folder) / "demo") as database_url:
                asyncio.run(measure(url, database_url))


if __name__ == "__main__":
    main()
