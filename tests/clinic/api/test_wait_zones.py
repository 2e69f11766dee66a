"""The wait-list of a clinic with branches in two zones: days, parts of the day and nights are each branch's own."""

from sqlalchemy import insert, update

from clinic.main.parts import Parts
from clinic.schedule.tables import branches, doctors, schedule_version
from tests.clinic.api.asking import book
from tests.clinic.api.waiting import cancelled, patients
from tests.support.serving import Clinic

FAR = {"branch_id": 2, "name": "East", "address": "1 Sea Street", "time_zone": "Asia/Vladivostok"}


async def second_branch(parts: Parts) -> None:
    """The second doctor is a therapist, too, and works in Vladivostok, ten hours ahead of UTC."""
    async with parts.database.transaction() as connection:
        await connection.execute(insert(branches).values(FAR))
        second = update(doctors).where(doctors.c.doctor_id == 2)
        await connection.execute(second.values(branch_id=2, specialty="therapist"))
        await connection.execute(update(schedule_version).values(version=schedule_version.c.version + 1))


async def test_a_wish_for_any_branch_means_the_day_of_each(clinic: Clinic, parts: Parts) -> None:
    clinic.clock.advance(hours=2.5)  # 08:30 in UTC, 18:30 in Vladivostok
    await second_branch(parts)
    (one,) = await patients(clinic, 1)
    near = await book(clinic.staff, "2026-03-03T10:00:00Z", 1)
    morning, afternoon = [await book(clinic.staff, f"2026-03-03T{hour}:00:00Z", 2) for hour in ("00", "04")]
    place = await one.waits(doctor_id=None, first_day="2026-03-03", last_day="2026-03-03", end_minute=720)
    assert place["over_at"] == "2026-03-04T00:00:00Z"  # when it is over in the last of the zones
    await cancelled(clinic, afternoon["id"])  # 14:00 there, although a morning in UTC
    assert await one.offered() is None
    await cancelled(clinic, morning["id"])
    offer = await one.offered()
    assert offer is not None
    assert offer["times"][0]["start_time"] == "2026-03-03T10:00:00+10:00"
    assert offer["expires_at"] == "2026-03-02T09:00:00Z"
    await one.skips()
    await cancelled(clinic, near["id"])
    assert await one.start() == "10:00"


async def test_the_night_is_that_of_the_branch(clinic: Clinic, parts: Parts) -> None:
    clinic.clock.advance(hours=7)  # 13:00 in UTC, 23:00 in Vladivostok
    await second_branch(parts)
    first, second = await patients(clinic, 2)
    visit = await book(clinic.staff, "2026-03-03T02:00:00Z", 2)
    await first.waits(doctor_id=None, branch_id=2, last_day="2026-03-03")
    await second.waits(doctor_id=None, branch_id=1, last_day="2026-03-03")
    await cancelled(clinic, visit["id"])
    offer = await first.offered()
    assert offer is not None
    assert offer["expires_at"] == "2026-03-02T22:30:00Z"  # half past eight there
    assert await second.offered() is None
