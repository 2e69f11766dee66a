"""Many at once: one wins, the others are told, nothing deadlocks, nothing is stale in another process."""

import asyncio
import os
import subprocess
import sys
from collections import Counter
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any, cast

import asyncpg
import httpx
import pytest_asyncio
from sqlalchemy.ext.asyncio import AsyncConnection

from cli.child import child, free_port, wait_until_ready
from clinic.platform.database import connect
from clinic.schedule.taken import TAKEN, Taken
from tests.clinic.api.asking import at, book, free
from tests.support.clock import MONDAY, StillClock
from tests.support.serving import API_TOKEN, IDENTITY_SECRET, SLOT_SECRET, Clinic, running_clinic

BOOKED = """
WITH counted AS (UPDATE booking_versions SET version = version + 1 WHERE doctor_id = 1)
INSERT INTO appointments (version, doctor_id, branch_id, office_number, start_time, end_time, blocked, status,
    created_at, updated_at)
VALUES (1, 1, 1, '', '2026-03-02 09:00Z', '2026-03-02 09:30Z', '["2026-03-02 09:00Z","2026-03-02 09:30Z")', 'confirmed',
    now(), now())
"""


async def test_two_hundred_clients_on_one_slot(clinic: Clinic) -> None:
    limits = httpx.Limits(max_connections=200)
    async with httpx.AsyncClient(
        base_url=clinic.staff.base_url, headers=clinic.staff.headers, timeout=60, limits=limits
    ) as crowd:
        visit = {"doctor_id": 1, "start_time": at(9)}
        answers = await asyncio.gather(*(crowd.post("/appointments", json=visit) for _ in range(200)))
    assert Counter(answer.status_code for answer in answers) == {201: 1, 409: 199}
    assert {answer.json()["code"] for answer in answers if answer.status_code == 409} == {"slot_taken"}


async def test_crossing_moves_do_not_deadlock(clinic: Clinic) -> None:
    """Visits of two doctors swap doctors again and again, and new people are booked in between."""
    one = [await book(clinic.staff, at(9 + n // 2, 30 * (n % 2)), doctor_id=1) for n in range(6)]
    two = [await book(clinic.staff, at(12 + n // 2, 30 * (n % 2)), doctor_id=2) for n in range(6)]

    async def move(visit: dict[str, object], doctor_id: int) -> int:
        body = {"start_time": visit["start_time"], "doctor_id": doctor_id}
        return (await clinic.staff.post(f"/appointments/{visit['id']}/reschedule", json=body)).status_code

    for turn in range(4):
        there, back = (2, 1) if turn % 2 == 0 else (1, 2)
        statuses = await asyncio.gather(*(move(v, there) for v in one), *(move(v, back) for v in two))
        assert set(statuses) == {200}


async def test_new_people_of_staff_come_in_once(clinic: Clinic) -> None:
    """The same unknown number at several doctors at once: everybody is booked, there is one person."""
    visits = [{"doctor_id": doctor, "start_time": at(9), "client_id": 4711} for doctor in range(1, 11)]
    answers = await asyncio.gather(*(clinic.staff.post("/appointments", json=visit) for visit in visits))
    assert Counter(answer.status_code for answer in answers) == {201: 10}
    connection = await asyncpg.connect(clinic.database_url)
    assert await connection.fetchval("SELECT count(*) FROM people WHERE client_id = 4711") == 1
    await connection.close()


@pytest_asyncio.fixture
async def two_processes(synthetic_database: str, tmp_path: Path) -> AsyncIterator[list[httpx.AsyncClient]]:
    """Clients of two real API processes over one database."""
    environment = {
        "DATABASE_URL": synthetic_database,
        "API_TOKEN": API_TOKEN,
        "IDENTITY_SECRET": IDENTITY_SECRET,
        "SLOT_SECRET": SLOT_SECRET,
        "FRONTDESK_DATA": str(tmp_path),
    }
    ports = [free_port(), free_port()]
    with (
        child(["api", "--port", str(ports[0])], environment, tmp_path / "0.log") as first,
        child(["api", "--port", str(ports[1])], environment, tmp_path / "1.log") as second,
    ):
        for number, (port, process) in enumerate(zip(ports, (first, second), strict=True)):
            await asyncio.to_thread(
                wait_until_ready, f"http://127.0.0.1:{port}/readyz", process, tmp_path / f"{number}.log"
            )
        headers = {"Authorization": f"Bearer {API_TOKEN}"}
        async with (
            httpx.AsyncClient(base_url=f"http://127.0.0.1:{ports[0]}/api/v1", headers=headers) as a,
            httpx.AsyncClient(base_url=f"http://127.0.0.1:{ports[1]}/api/v1", headers=headers) as b,
        ):
            yield [a, b]


async def test_no_process_answers_stale_after_an_answered_write(
    two_processes: list[httpx.AsyncClient], synthetic_database: str
) -> None:
    slots = await free(two_processes[0], doctor_id=1, limit=40)
    for number, slot in enumerate(slots[:12]):
        writer, reader = two_processes[number % 2], two_processes[(number + 1) % 2]
        made = await book(writer, slot["start_time"])
        assert slot["start_time"] not in [s["start_time"] for s in await free(reader, doctor_id=1, limit=40)]
        refusal = await reader.post("/appointments", json={"doctor_id": 1, "start_time": slot["start_time"]})
        assert refusal.status_code == 409
        if number % 3 == 0:
            await reader.post(f"/appointments/{made['id']}/cancel")
            assert slot["start_time"] in [s["start_time"] for s in await free(writer, doctor_id=1, limit=40)]

    # An id issued by one process is good at the other.
    offered = (await free(two_processes[0], doctor_id=2))[0]["slot_id"]
    held = await two_processes[1].post("/holds", json={"slot_id": offered, "client_id": 5})
    assert held.status_code == 201

    # A schedule that is imported while they run is seen by both.
    days_off = Path(__file__).with_name("closed.yaml")
    imported = await asyncio.to_thread(
        subprocess.run,
        [sys.executable, "-m", "cli", "import", str(days_off)],
        env={**os.environ, "DATABASE_URL": synthetic_database},
        capture_output=True,
        text=True,
        check=False,
    )
    assert imported.returncode == 0, imported.stderr
    for process in two_processes:
        answer = (await process.get("/slots", params={"doctor_id": 1})).json()
        assert answer["slots"] == []
        assert {reason["code"] for reason in answer["reasons"]} == {"branch_closed"}


async def test_one_slot_wanted_in_two_processes_is_booked_once(two_processes: list[httpx.AsyncClient]) -> None:
    for slot in await free(two_processes[0], doctor_id=3, limit=5):
        visit = {"doctor_id": 3, "start_time": slot["start_time"]}
        answers = await asyncio.gather(*(two_processes[n % 2].post("/appointments", json=visit) for n in range(20)))
        assert Counter(answer.status_code for answer in answers) == {201: 1, 409: 19}


async def test_a_crowd_after_an_import_waits_for_nobodys_connection(synthetic_database: str, clock: StillClock) -> None:
    async with running_clinic(synthetic_database, clock, pool_size=2) as clinic:
        connection = await asyncpg.connect(synthetic_database)
        for change in (1, -1):  # a restored backup has a lower number
            await connection.execute("UPDATE schedule_version SET version = version + $1", change)
            async with asyncio.timeout(20):
                answers = await asyncio.gather(*(clinic.staff.get("/slots?doctor_id=1") for _ in range(40)))
            assert {answer.status_code for answer in answers} == {200}
        await connection.close()


async def test_an_older_answer_of_the_database_does_not_overtake_a_newer_one(synthetic_database: str) -> None:
    """A reads doctor 1 before a booking and gets stuck; B asks after it; B's answer must know of the booking."""
    database = connect(synthetic_database, 3)
    taken, now = Taken(), MONDAY

    class Slow:
        """A connection whose rows come late, as from another network."""

        def __init__(self, real: AsyncConnection) -> None:
            self._real = real
            self.waiting, self.gate = asyncio.Event(), asyncio.Event()

        async def execute(self, statement: Any, parameters: Any) -> Any:
            rows = await self._real.execute(statement, parameters)
            if statement is TAKEN:
                self.waiting.set()
                await self.gate.wait()
            return rows

    async with database.reading() as one, database.reading() as two, database.reading() as writer:
        stuck, other = Slow(one), Slow(two)
        older = asyncio.ensure_future(taken.of(cast("AsyncConnection", stuck), [1], now))
        await stuck.waiting.wait()
        await writer.exec_driver_sql(BOOKED)
        await taken.of(writer, [1], now)
        newer = asyncio.ensure_future(taken.of(cast("AsyncConnection", other), [1, 2], now))
        await other.waiting.wait()
        stuck.gate.set()
        await older
        other.gate.set()
        _, busy = await newer
    assert len(busy[1].begins) == 1
    await database.close()
