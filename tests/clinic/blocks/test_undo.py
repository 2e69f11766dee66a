"""The doctor comes after all: who has not chosen otherwise keeps the visit as it was."""

import asyncio
from datetime import UTC, datetime, timedelta

import asyncpg
import pytest

from clinic.main.parts import Parts
from clinic.schedule.importing.apply import import_document
from tests.clinic.api.asking import refused, registered, starts
from tests.clinic.blocks.ill import (
    BY,
    IVANOVA,
    MORNING,
    OTHER,
    PETROV,
    block,
    blocking,
    board_of,
    document,
    full_day,
    opened,
    patient,
    to_call,
    told,
    undo,
    worked,
)
from tests.support.serving import Clinic

NINE = datetime(2026, 3, 3, 6, tzinfo=UTC)
HOUR = timedelta(hours=1)


@pytest.fixture(autouse=True)
async def at_half_past_seven(clinic: Clinic, parts: Parts) -> None:
    await opened(parts.database)
    clinic.clock.advance(seconds=(MORNING - clinic.clock()).total_seconds())


async def test_undone_visits_stand_as_they_were(clinic: Clinic, parts: Parts) -> None:
    accepting, *others = await full_day(clinic, 4, NINE + 3 * HOUR)
    number = (await block(clinic, MORNING, NINE + 10 * HOUR))["block"]["block_id"]
    await worked(parts)
    await accepting.accept()
    await told(clinic)
    board = await undo(clinic, number, OTHER)
    assert board["counts"] == {"restored": 3, "accepted": 1}
    assert (board["block"]["status"], board["block"]["undone_by"]) == ("undone", OTHER)
    await worked(parts)
    for one in others:
        now = await one.now()
        assert {**now, "updated_at": one.visit["updated_at"]} == one.visit
        assert (await one.client.get("/offers")).json() == {"offers": []}
    assert (await accepting.now())["doctor_id"] == PETROV
    news = [(item["recipient"], item["kind"]) for item in await told(clinic)]
    assert {who for who, kind in news if kind == "rebooking.undone"} == {one.account for one in others}
    free = await starts(clinic.staff, doctor_id=IVANOVA, from_="2026-03-03", to="2026-03-03")
    assert "12:00" in free  # of the one who accepted another time
    assert "12:30" not in free
    assert await to_call(clinic) == []


async def test_undone_twice_and_by_two_at_once(clinic: Clinic, parts: Parts) -> None:
    one = await patient(clinic, 1, NINE + 3 * HOUR)
    number = (await block(clinic, MORNING, NINE + 10 * HOUR))["block"]["block_id"]
    await worked(parts)
    await told(clinic)
    boards = await asyncio.gather(*(undo(clinic, number, by) for by in (BY, OTHER) * 3))
    assert len({board["block"]["undone_by"] for board in boards}) == 1
    await worked(parts)
    assert await undo(clinic, number) == await board_of(clinic, number)
    kinds = [item["kind"] for item in await told(clinic)]
    assert kinds.count("rebooking.undone") == 1
    assert (await one.now())["status"] == "confirmed"
    refused(await clinic.staff.post("/blocks/4711/undo", json={"by": BY}), 404, "not_found")


async def test_an_import_between_block_and_undo(clinic: Clinic, parts: Parts) -> None:
    one = await patient(clinic, 1, NINE + 3 * HOUR)
    number = (await block(clinic, MORNING, NINE + 6 * HOUR))["block"]["block_id"]
    # The file says of this doctor's time off what it always said, and changes the office.
    time_off = [{"from": "2026-03-20"}]
    changes = await import_document(
        parts.database, document(ivanova={"office": "7", "time_off": time_off}), dry_run=False
    )
    assert not any("2026-03-03" in line for change in changes for line in change.lines())
    free = await starts(clinic.staff, doctor_id=IVANOVA, from_="2026-03-03", to="2026-03-03")
    assert free[0] == "15:00"
    assert await import_document(parts.database, document(), dry_run=True) == []
    await undo(clinic, number)
    free = await starts(clinic.staff, doctor_id=IVANOVA, from_="2026-03-03", to="2026-03-03")
    assert free[0] == "09:00"
    assert (await one.now())["status"] == "confirmed"
    assert await starts(clinic.staff, doctor_id=IVANOVA, from_="2026-03-20", to="2026-03-20") == []


async def test_nobody_is_booked_over_a_visit_that_reaches_out_of_the_block(clinic: Clinic, parts: Parts) -> None:
    """The block ends at a quarter past twelve; the visit that it hits would have lasted until half past."""
    await opened(parts.database, ivanova={"buffer_before": 5, "buffer_after": 10, "slot_minutes": 30})
    one = await patient(clinic, 1, NINE + 3 * HOUR)
    number = (await block(clinic, NINE, NINE + 3 * HOUR + timedelta(minutes=15)))["block"]["block_id"]
    for minutes in range(181, 225):
        asked = {"doctor_id": IVANOVA, "start_time": (NINE + timedelta(minutes=minutes)).isoformat()}
        refused(await clinic.staff.post("/appointments", json=asked), 422, "outside_schedule")
    later = {"doctor_id": IVANOVA, "start_time": (NINE + timedelta(minutes=225)).isoformat()}
    assert (await clinic.staff.post("/appointments", json=later)).status_code == 201
    await undo(clinic, number)
    assert (await one.now())["status"] == "confirmed"


async def test_a_time_that_somebody_took_all_the_same_is_not_given_twice(clinic: Clinic, parts: Parts) -> None:
    """The block keeps the time closed; what got in behind its back is kept apart by the database's constraint."""
    one, two = await patient(clinic, 1, NINE + 3 * HOUR), await patient(clinic, 2, NINE + 6 * HOUR, PETROV)
    number = (await block(clinic, NINE, NINE + 5 * HOUR))["block"]["block_id"]
    await worked(parts)
    connection = await asyncpg.connect(clinic.database_url)
    await connection.execute(
        "UPDATE appointments SET doctor_id = $1, start_time = old.start_time, end_time = old.end_time, "
        "blocked = old.blocked FROM appointments old WHERE old.id = $2 AND appointments.id = $3",
        IVANOVA,
        one.visit["id"],
        two.visit["id"],
    )
    await connection.close()
    board = await undo(clinic, number)
    assert board["counts"] == {"silent": 1}
    assert (await one.now())["status"] == "needs_rebooking"
    await worked(parts)
    assert (await one.offer())["status"] == "open"  # still owed another time
    assert (await one.accept())["status"] == "confirmed"


async def test_what_begins_meanwhile_is_not_given_back(clinic: Clinic, parts: Parts) -> None:
    early, late = await patient(clinic, 1, NINE), await patient(clinic, 2, NINE + 6 * HOUR)
    number = (await block(clinic, MORNING, NINE + 10 * HOUR))["block"]["block_id"]
    await worked(parts)
    clinic.clock.advance(hours=3)
    await undo(clinic, number)
    statuses = [(await clinic.staff.get(f"/appointments/{one.visit['id']}")).json()["status"] for one in (early, late)]
    assert statuses == ["needs_rebooking", "confirmed"]
    await worked(parts)
    assert [task["appointment_id"] for task in await to_call(clinic)] == [early.visit["id"]]


async def test_a_visit_of_two_blocks_waits_for_the_second(clinic: Clinic, parts: Parts) -> None:
    """It reaches from one block into the next; giving back the first does not give it back."""
    one = await patient(clinic, 1, NINE + 3 * HOUR)
    middle = NINE + 3 * HOUR + timedelta(minutes=15)
    first = (await block(clinic, NINE, middle))["block"]["block_id"]
    second = (await block(clinic, middle, NINE + 10 * HOUR))["block"]["block_id"]
    await undo(clinic, first)
    assert (await one.now())["status"] == "needs_rebooking"
    assert len((await board_of(clinic, second))["visits"]) == 1
    await undo(clinic, second)
    assert (await one.now())["status"] == "confirmed"


async def test_who_was_called_is_called_again(clinic: Clinic, parts: Parts) -> None:
    one = await patient(clinic, 1, NINE + HOUR / 2)
    number = (await block(clinic, MORNING, NINE + 10 * HOUR))["block"]["block_id"]
    await worked(parts)
    (task,) = await to_call(clinic)
    assert (await clinic.staff.post(f"/call-tasks/{task['id']}/done", json={"by": BY})).status_code == 200
    await undo(clinic, number)
    await worked(parts)
    (again,) = await to_call(clinic)
    assert (again["appointment_id"], again["id"] != task["id"]) == (one.visit["id"], True)
    assert (await board_of(clinic, number))["calls"] == 1


async def test_the_same_hours_can_be_blocked_again(clinic: Clinic, parts: Parts) -> None:
    one = await patient(clinic, 1, NINE + 3 * HOUR)
    first = (await block(clinic, MORNING, NINE + 10 * HOUR))["block"]["block_id"]
    await worked(parts)
    await undo(clinic, first)
    await worked(parts)
    second = (await block(clinic, MORNING, NINE + 10 * HOUR))["block"]["block_id"]
    await worked(parts)
    assert second != first
    assert (await board_of(clinic, second))["counts"] == {"silent": 1}
    assert (await board_of(clinic, first))["counts"] == {"restored": 1}
    assert (await one.accept())["status"] == "confirmed"
    refused(await blocking(clinic, NINE, NINE + HOUR, by=OTHER), 409, "blocked_already")


async def test_somebody_elses_wait_is_not_disturbed(clinic: Clinic, parts: Parts) -> None:
    """A patient who holds one of the doctor's times for a moment loses it, and may take another."""
    other, client_id = await registered(clinic, "telegram:2")
    slot = (await other.get("/slots", params={"doctor_id": IVANOVA, "from": "2026-03-03"})).json()["slots"][0]
    assert (await other.post("/holds", json={"slot_id": slot["slot_id"], "client_id": client_id})).status_code == 201
    number = (await block(clinic, MORNING, NINE + 10 * HOUR))["block"]["block_id"]
    slot = (await other.get("/slots", params={"doctor_id": PETROV})).json()["slots"][0]
    assert (await other.post("/holds", json={"slot_id": slot["slot_id"], "client_id": client_id})).status_code == 201
    await undo(clinic, number)
    assert "09:00" in await starts(clinic.staff, doctor_id=IVANOVA, from_="2026-03-03", to="2026-03-03")
