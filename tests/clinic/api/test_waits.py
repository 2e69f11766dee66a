"""The wait-list: what is freed is held for one person after the other, in the order in which they came."""

import asyncio

from clinic.main.parts import Parts
from clinic.offers.close import ExpireOffers
from tests.clinic.api.asking import at, starts
from tests.clinic.api.waiting import cancelled, full_day, patients
from tests.support.serving import Clinic


async def test_the_first_skips_the_second_lets_pass_the_third_accepts(clinic: Clinic, parts: Parts) -> None:
    clinic.clock.advance(hours=2.5)  # 08:30, nobody is asleep
    first, second, third = await patients(clinic, 3)
    booked = await full_day(clinic)
    places = [await one.waits() for one in (first, second, third)]
    assert [place["position"] for place in places] == [1, 2, 3]

    await cancelled(clinic, booked["15:00"])
    assert [await one.start() for one in (first, second, third)] == ["15:00", None, None]
    assert "15:00" not in await starts(clinic.staff, doctor_id=1, to="2026-03-02")

    await first.skips()
    assert [await one.start() for one in (first, second, third)] == [None, "15:00", None]
    assert (await first.place(places[0]["wait_id"]))["position"] == 1  # the place is kept

    clinic.clock.advance(minutes=31)
    assert await ExpireOffers(parts.counter, parts.close_offer)(clinic.clock()) == 1
    assert "15:00" not in await starts(clinic.staff, doctor_id=1, to="2026-03-02")
    visit = await third.accepts()
    assert (visit["start_time"], visit["client_id"], visit["status"]) == (at(15), third.client_id, "confirmed")
    states = [
        (await one.place(place["wait_id"]))["status"] for one, place in zip((first, second, third), places, strict=True)
    ]
    assert states == ["waiting", "waiting", "served"]


async def test_a_time_that_nobody_wants_goes_back_to_all(clinic: Clinic) -> None:
    clinic.clock.advance(hours=2.5)
    first, second = await patients(clinic, 2)
    booked = await full_day(clinic)
    for one in (first, second):
        await one.waits()
    await cancelled(clinic, booked["15:00"])
    await first.skips()
    await second.skips()
    assert await starts(clinic.staff, doctor_id=1, to="2026-03-02") == ["15:00"]


async def test_two_cancels_at_once_ask_two_people_about_two_times(clinic: Clinic) -> None:
    clinic.clock.advance(hours=2.5)
    people = await patients(clinic, 3)
    booked = await full_day(clinic)
    for one in people:
        await one.waits()
    await asyncio.gather(cancelled(clinic, booked["14:00"]), cancelled(clinic, booked["15:00"]))
    offered = [await one.start() for one in people]
    assert sorted(filter(None, offered)) == ["14:00", "15:00"]
    assert offered[2] is None
