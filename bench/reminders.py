"""10,000 due reminders made ready by one worker, and by two: `python -m bench.reminders`.

640 doctors, one full day of visits of as many people. It is the worst case: the worker was away, nothing is planned,
and all is due for hours, so that each reminder is put off to now before it is sent. Sending writes deliveries, events
and the reminders' states in one statement a thousand.
"""

import asyncio
import os
import tempfile
import time
from collections.abc import AsyncIterator
from contextlib import ExitStack, asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import asyncpg

from cli.embedded import embedded_postgres
from clinic.migrations import runner
from clinic.platform.database import Database, connect
from clinic.platform.settings import Reminding
from clinic.reminders.plan import PlanReminders
from clinic.reminders.rules import rules_of
from clinic.reminders.send import SendReminders
from clinic.schedule.seed import seed_synthetic

DOCTORS, VISITS = 640, 10_000
DAY = datetime(2030, 5, 7, tzinfo=UTC)
"""A Tuesday."""
NOON_BEFORE = DAY - timedelta(hours=6)
"""18:00 the day before: the 24-hour reminders of the whole day are due, those of two hours are not."""
RULES = rules_of(Reminding(before=(timedelta(hours=24),)))

PEOPLE = f"""
INSERT INTO accounts (external, created_at) SELECT 'telegram:' || n, now() FROM generate_series(1, {VISITS}) n;
INSERT INTO people (account_id, relation, full_name, created_at)
SELECT account_id, 'self', 'A. Patient', now() FROM accounts;
"""  # noqa: S608 - numbers of this file
BOOK = f"""
INSERT INTO appointments (version, doctor_id, branch_id, office_number, client_id, account_id, start_time, end_time,
                          blocked, status, created_at, updated_at)
SELECT 1, d.doctor_id, d.branch_id, d.office_number, p.client_id, p.account_id,
       s.start, s.start + interval '30 minutes',
       tstzrange(s.start, s.start + interval '30 minutes'), 'confirmed', '2030-01-01', '2030-01-01'
FROM (SELECT *, row_number() OVER (ORDER BY client_id) - 1 AS n FROM people) p
JOIN doctors d ON d.doctor_id = p.n % {DOCTORS} + 1
CROSS JOIN LATERAL (SELECT $1::timestamptz + interval '9 hours' + (p.n / {DOCTORS}) * interval '30 minutes' AS start) s
"""  # noqa: S608 - as above


@asynccontextmanager
async def a_clinic(url: str) -> AsyncIterator[asyncpg.Connection]:
    """A full day, and nothing planned; the next one begins anew."""
    await runner.upgrade(url)
    database = connect(url, 1)
    await seed_synthetic(database, DOCTORS)
    await database.close()
    connection = await asyncpg.connect(url)
    await connection.execute(PEOPLE)
    await connection.execute(BOOK, DAY)
    await connection.execute("ANALYZE")
    yield connection
    await connection.close()


async def rounds(do: PlanReminders | SendReminders, moment: datetime) -> int:
    """As the worker does them: one after the other, until nothing is left."""
    done = 0
    while now_done := await do(moment):
        done += now_done
    return done


async def timed(what: str, *workers: PlanReminders | SendReminders) -> None:
    began = time.perf_counter()
    done = await asyncio.gather(*(rounds(worker, NOON_BEFORE) for worker in workers))
    print(f"{what:34} {time.perf_counter() - began:6.2f} s   {'+'.join(map(str, done))}")


async def copies(connection: asyncpg.Connection) -> tuple[int, int]:
    """Deliveries, and reminders that they are of."""
    rows = await connection.fetch("SELECT count(*), count(DISTINCT payload ->> 'reminder_id') FROM deliveries")
    return rows[0][0], rows[0][1]


async def measure(url: str) -> None:
    async with a_clinic(url) as connection:
        databases: list[Database] = [connect(url, 2), connect(url, 2)]
        try:
            for workers in (1, 2):
                await connection.execute("TRUNCATE reminders, deliveries, outbox CASCADE")
                used = databases[:workers]
                await timed(f"{VISITS} planned, workers: {workers}", *(PlanReminders(d, RULES) for d in used))
                await timed(f"{VISITS} made ready, workers: {workers}", *(SendReminders(d, RULES) for d in used))
                written, different = await copies(connection)
                print(f"{'':34} {written} deliveries, {written - different} of them second copies")
        finally:
            for database in databases:
                await database.close()


if __name__ == "__main__":
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        asyncio.run(measure(os.environ.get("TEST_DATABASE_URL") or stack.enter_context(embedded_postgres(folder))))
