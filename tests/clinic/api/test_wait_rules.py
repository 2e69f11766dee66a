"""What the wait-list offers and what it does not: wishes, nights, lead times, own visits, doctors who are away."""

import asyncio
from datetime import date, timedelta

import pytest
from sqlalchemy import insert, update

from clinic.appointments import quotas
from clinic.appointments.placement import Request
from clinic.main.parts import Parts
from clinic.offers.choose import at as placed_at
from clinic.schedule.tables import doctors, schedule_exceptions, schedule_version
from clinic.waits.expire import ExpireWaits
from clinic.waits.offer_free import OfferFreeTimes
from tests.clinic.api.asking import at, book, free, refused, registered, starts
from tests.clinic.api.offers import made
from tests.clinic.api.waiting import cancelled, full_day, patients
from tests.support.serving import Clinic

TODAY = "2026-03-02"


@pytest.fixture(autouse=True)
def _awake(clinic: Clinic) -> None:
    clinic.clock.advance(hours=2.5)  # 08:30


async def sweep(parts: Parts) -> int:
    return await OfferFreeTimes(parts.counter, parts.wait_line)(parts.clock())


async def test_the_same_wish_again_is_the_same_place_and_others_have_a_limit(clinic: Clinic) -> None:
    (one,) = await patients(clinic, 1)
    first = await one.waits()
    assert (await one.waits())["wait_id"] == first["wait_id"]
    await one.waits(specialty=None, doctor_id=2)
    await one.waits(specialty=None, doctor_id=3)
    wish = {"client_id": one.client_id, "doctor_id": 4}
    body = refused(await (await one.calls()).post("/waits", json=wish), 429, "quota")
    assert body["details"] == {"limit": "waits_per_person", "maximum": 3}
    assert (await (await one.calls()).delete(f"/waits/{first['wait_id']}")).status_code == 204
    assert (await (await one.calls()).delete(f"/waits/{first['wait_id']}")).status_code == 204
    assert (await one.waits(specialty=None, doctor_id=4))["wait_id"] != first["wait_id"]
    page = (await (await one.calls()).get("/waits", params={"open": True})).json()
    assert [place["doctor_id"] for place in page["waits"]] == [2, 3, 4]
    assert (await clinic.staff.get("/waits", params={"size": 2})).json()["total"] == 4


@pytest.mark.parametrize(
    ("wish", "status", "code"),
    [
        ({"doctor_id": 999}, 422, "unknown_doctor"),
        ({"specialty": "dentist"}, 422, "nobody_fits"),
        ({"doctor_id": 1, "branch_id": 99}, 422, "nobody_fits"),
        ({"doctor_id": 1, "visit_type_id": 999}, 422, "unknown_visit_type"),
        ({"doctor_id": 1, "last_day": "2026-03-01"}, 422, "in_the_past"),
        ({"doctor_id": 1, "last_day": "2028-03-01"}, 422, "beyond_horizon"),
        ({}, 422, "validation_failed"),
        ({"doctor_id": 1, "start_minute": 60, "end_minute": 60}, 422, "validation_failed"),
        ({"doctor_id": 1, "client_id": 77}, 422, "unknown_person"),
    ],
)
async def test_a_wish_that_makes_no_sense_is_refused(
    clinic: Clinic, wish: dict[str, object], status: int, code: str
) -> None:
    (one,) = await patients(clinic, 1)
    refused(await (await one.calls()).post("/waits", json={"client_id": one.client_id} | wish), status, code)
    refused(await clinic.staff.post("/waits", json={"client_id": 5, "doctor_id": 1}), 403, "forbidden")


async def test_a_place_is_its_owners(clinic: Clinic) -> None:
    one, other = await patients(clinic, 2)
    place = await one.waits()
    calls = await other.calls()
    refused(await calls.get(f"/waits/{place['wait_id']}"), 404, "not_found")
    refused(await calls.delete(f"/waits/{place['wait_id']}"), 404, "not_found")
    assert (await calls.get("/waits")).json()["total"] == 0


async def test_who_leaves_while_asked_hands_the_time_on(clinic: Clinic) -> None:
    first, second = await patients(clinic, 2)
    booked = await full_day(clinic)
    place = await first.waits()
    await second.waits()
    await cancelled(clinic, booked["15:00"])
    assert (await first.place(place["wait_id"]))["offer_id"] is not None
    assert (await (await first.calls()).delete(f"/waits/{place['wait_id']}")).status_code == 204
    assert (await first.start(), await second.start()) == (None, "15:00")
    assert (await first.place(place["wait_id"]))["status"] == "left"
    await second.accepts()
    served = (await (await second.calls()).get("/waits")).json()["waits"][0]
    assert (served["status"], served["position"]) == ("served", None)
    answer = await (await second.calls()).delete(f"/waits/{served['wait_id']}")
    refused(answer, 409, "wrong_transition")


async def test_only_what_fits_the_wish_is_offered(clinic: Clinic) -> None:
    morning, tomorrow, any_doctor = await patients(clinic, 3)
    booked = await full_day(clinic)
    await morning.waits(end_minute=720)
    await tomorrow.waits(first_day="2026-03-03", last_day="2026-03-03")
    await full_day(clinic, 2)
    await any_doctor.waits(doctor_id=None)
    await cancelled(clinic, booked["15:00"])
    assert [await one.start() for one in (morning, any_doctor)] == [None, "15:00"]
    await cancelled(clinic, booked["11:30"])
    assert await morning.start() == "11:30"


async def test_nobody_is_offered_two_places_at_once(clinic: Clinic) -> None:
    """The second wish gets another time than that of the first, and none that meets a visit of one's own."""
    (one,) = await patients(clinic, 1)
    first, second = await full_day(clinic, 1), await full_day(clinic, 2)
    await one.waits()
    await one.waits(specialty=None, doctor_id=2)
    await cancelled(clinic, first["15:00"])
    await cancelled(clinic, second["15:00"])
    assert [offer["times"][0]["doctor_id"] for offer in await one.offers()] == [1]
    await cancelled(clinic, second["16:00"])
    assert sorted(offer["times"][0]["start_time"][11:16] for offer in await one.offers()) == ["15:00", "16:00"]


async def test_a_time_that_one_gives_up_oneself_goes_to_others(clinic: Clinic) -> None:
    first, second = await patients(clinic, 2)
    visit = await book(await first.calls(), at(9), client_id=first.client_id)
    await first.waits()
    await second.waits()
    answer = await (await first.calls()).post(f"/appointments/{visit['id']}/cancel")
    assert answer.status_code == 200
    assert (await first.start(), await second.start()) == (None, "09:00")


async def test_a_moved_visit_and_a_hold_that_is_let_go_hand_their_time_on(clinic: Clinic) -> None:
    first, second = await patients(clinic, 2)
    booked = await full_day(clinic)
    await first.waits(start_minute=900)
    moved = await clinic.staff.post(f"/appointments/{booked['15:30']}/reschedule", json={"start_time": at(9, day=3)})
    assert moved.status_code == 200, moved.text
    assert await first.start() == "15:30"
    await cancelled(clinic, booked["10:00"])  # for nobody: the wish is for the afternoon
    slot = (await free(clinic.staff, doctor_id=1, to=TODAY))[0]["slot_id"]
    calls, client_id = await registered(clinic, "telegram:9")
    hold = (await calls.post("/holds", json={"slot_id": slot, "client_id": client_id})).json()
    await second.waits()  # joined because the hold stood in the way
    assert (await calls.delete(f"/holds/{hold['hold_id']}")).status_code == 204
    assert await second.start() == "10:00"


async def test_a_visit_that_moves_by_an_offer_does_not_lose_its_new_time_to_the_line(
    clinic: Clinic, parts: Parts
) -> None:
    one, waiting = await patients(clinic, 2)
    booked = await full_day(clinic)
    visit = await book(await one.calls(), at(9, day=3), client_id=one.client_id)
    await waiting.waits(last_day="2026-03-03")
    free_now = Request(1, parts.clock() + timedelta(days=1, hours=1))  # 09:30 tomorrow
    place = await placed_at(parts.counter, free_now)
    offer_id = await made(parts, one.account, one.client_id, [place], appointment_id=visit["id"])
    shown = (await (await one.calls()).get(f"/offers/{offer_id}")).json()
    taken = await (await one.calls()).post(f"/offers/{offer_id}/accept", json={"hold_id": shown["times"][0]["hold_id"]})
    assert taken.status_code == 200, taken.text
    assert taken.json()["start_time"] == at(9, 30, day=3)
    assert await waiting.start() == "09:00"  # what the visit gave up
    assert booked


async def test_at_night_the_time_is_held_and_the_morning_asks(clinic: Clinic, parts: Parts) -> None:
    clinic.clock.advance(hours=14)  # 22:30
    first, second = await patients(clinic, 2)
    visit = await book(clinic.staff, at(10, day=3))
    await full_but(clinic, 3, "10:00")
    await first.waits(last_day="2026-03-03")
    await second.waits(last_day="2026-03-03")
    await cancelled(clinic, visit["id"])
    offer = await first.offered()
    assert offer is not None
    assert offer["expires_at"] == "2026-03-03T08:30:00Z"
    claimed = (await clinic.staff.post("/deliveries/claim", json={"limit": 100})).json()["deliveries"]
    assert "offer.made" not in [news["kind"] for news in claimed]
    clinic.clock.advance(hours=9.5)  # 08:00
    claimed = (await clinic.staff.post("/deliveries/claim", json={"limit": 100})).json()["deliveries"]
    assert [news["recipient"] for news in claimed if news["kind"] == "offer.made"] == [first.account]
    assert await sweep(parts) == 0


async def full_but(clinic: Clinic, day: int, kept: str, doctor_id: int = 1) -> None:
    for half in range(16):
        hour, minute = 9 + half // 2, 30 * (half % 2)
        if f"{hour:02}:{minute:02}" != kept:
            await book(clinic.staff, at(hour, minute, day), doctor_id)


async def test_what_is_too_near_or_inside_the_lead_time_is_for_all(clinic: Clinic, parts: Parts) -> None:
    (one,) = await patients(clinic, 1)
    booked = await full_day(clinic)
    await one.waits()
    clinic.clock.advance(minutes=24)  # 08:54
    await cancelled(clinic, booked["09:00"])
    assert await one.start() is None
    async with parts.database.transaction() as connection:
        await connection.execute(update(doctors).where(doctors.c.doctor_id == 1).values(lead_minutes=240))
        await connection.execute(update(schedule_version).values(version=schedule_version.c.version + 1))
    await free(clinic.staff, doctor_id=1)  # the service learns of it
    await cancelled(clinic, booked["12:00"])
    assert await one.start() is None
    await cancelled(clinic, booked["13:00"])
    assert await one.start() == "13:00"


async def test_time_of_a_doctor_who_is_away_is_not_free(clinic: Clinic, parts: Parts) -> None:
    (one,) = await patients(clinic, 1)
    booked = await full_day(clinic)
    await one.waits()
    async with parts.database.transaction() as connection:
        day = date(2026, 3, 2)
        await connection.execute(
            insert(schedule_exceptions).values(
                doctor_id=1, kind="time_off", first_day=day, last_day=day, start_minute=0, end_minute=1440
            )
        )
        await connection.execute(update(schedule_version).values(version=schedule_version.c.version + 1))
    await cancelled(clinic, booked["15:00"])  # by a process that has not read the new schedule
    assert await one.start() is None
    assert await sweep(parts) == 0
    await cancelled(clinic, booked["16:00"])
    assert await one.start() is None


async def test_what_became_free_unseen_is_offered_by_the_duty(clinic: Clinic, parts: Parts) -> None:
    first, second = await patients(clinic, 2)
    booked = await full_day(clinic)
    await cancelled(clinic, booked["15:00"])
    slot = (await free(clinic.staff, doctor_id=1, to=TODAY))[0]["slot_id"]
    calls, client_id = await registered(clinic, "telegram:9")
    assert (await calls.post("/holds", json={"slot_id": slot, "client_id": client_id})).status_code == 201
    await first.waits()
    await second.waits()
    assert await sweep(parts) == 0
    clinic.clock.advance(minutes=11)  # the hold has run out, and nobody wrote it down
    assert await sweep(parts) == 1
    assert (await first.start(), await second.start()) == ("15:00", None)
    await first.skips()
    assert await second.start() == "15:00"
    await second.skips()
    assert await sweep(parts) == 0  # both have let it pass
    assert await starts(clinic.staff, doctor_id=1, to=TODAY) == ["15:00"]


async def test_days_that_are_over_end_the_wait_and_are_told(clinic: Clinic, parts: Parts) -> None:
    (one,) = await patients(clinic, 1)
    await full_day(clinic)
    place = await one.waits()
    expire = ExpireWaits(parts.database)
    assert await expire(clinic.clock()) == 0
    clinic.clock.advance(hours=16)
    assert [await expire(clinic.clock()) for _ in range(2)] == [1, 0]
    assert (await one.place(place["wait_id"]))["status"] == "expired"
    claimed = (await clinic.staff.post("/deliveries/claim", json={"limit": 100})).json()["deliveries"]
    assert [news["payload"]["wait_id"] for news in claimed if news["kind"] == "wait.expired"] == [place["wait_id"]]


async def test_another_wish_for_the_same_days_is_served_along(clinic: Clinic) -> None:
    (one,) = await patients(clinic, 1)
    booked = await full_day(clinic)
    await one.waits(start_minute=720)
    also = await one.waits(end_minute=720)
    later = await one.waits(first_day="2026-03-20", last_day="2026-03-21", start_minute=1200)
    await cancelled(clinic, booked["15:00"])
    await one.accepts()
    assert (await one.place(also["wait_id"]))["status"] == "served"
    assert (await one.place(later["wait_id"]))["status"] == "waiting"


async def test_a_patient_who_is_booking_keeps_nobody_from_handing_a_time_on(clinic: Clinic, parts: Parts) -> None:
    """A booking locks the account and then the doctor; a freed time has the doctor already, and names the account."""
    (one,) = await patients(clinic, 1)
    booked = await full_day(clinic)
    await one.waits()
    async with parts.counter.transaction() as connection:
        await quotas.standing(connection, one.account, one.client_id, parts.clock())
        async with asyncio.timeout(5):
            await cancelled(clinic, booked["15:00"])
    assert await one.start() == "15:00"
