"""Nobody fills the calendar alone; staff calls have no quotas."""

import asyncio
from collections import Counter

import httpx
import pytest

from tests.clinic.api.asking import CONSENT, at, book, free, refused, registered
from tests.support.clock import StillClock
from tests.support.serving import Clinic, running_clinic


async def hold(client: httpx.AsyncClient, client_id: int, slot_id: str) -> httpx.Response:
    return await client.post("/holds", json={"slot_id": slot_id, "client_id": client_id})


def limit_of(answer: httpx.Response) -> str:
    return str(refused(answer, 429, "quota")["details"]["limit"])


async def test_one_active_hold_a_person(clinic: Clinic) -> None:
    patient, client_id = await registered(clinic, "telegram:1")
    child = (await patient.post("/people", json={"relation": "child"})).json()["client_id"]
    slots = await free(patient, doctor_id=1)
    first = await hold(patient, client_id, slots[0]["slot_id"])
    assert first.status_code == 201
    assert limit_of(await hold(patient, client_id, slots[1]["slot_id"])) == "active_holds_per_person"
    assert (await hold(patient, child, slots[1]["slot_id"])).status_code == 201
    await patient.delete(f"/holds/{first.json()['hold_id']}")
    assert (await hold(patient, client_id, slots[2]["slot_id"])).status_code == 201
    clinic.clock.advance(minutes=10)
    later = await clinic.patient("telegram:1")
    assert (await hold(later, client_id, slots[3]["slot_id"])).status_code == 201


async def test_six_future_appointments_an_account(clinic: Clinic) -> None:
    patient, client_id = await registered(clinic, "telegram:1")
    made = [await book(patient, at(hour), client_id=client_id) for hour in range(9, 15)]
    seventh = {"doctor_id": 1, "start_time": at(15), "client_id": client_id}
    assert limit_of(await patient.post("/appointments", json=seventh)) == "future_appointments_per_account"
    slot = (await free(patient, doctor_id=2))[0]
    assert limit_of(await hold(patient, client_id, slot["slot_id"])) == "future_appointments_per_account"
    await patient.post(f"/appointments/{made[0]['id']}/cancel")
    assert (await patient.post("/appointments", json=seventh)).status_code == 201


async def test_the_hourly_limit_counts_what_was_let_go(clinic: Clinic) -> None:
    patient, client_id = await registered(clinic, "telegram:1")
    slots = await free(patient, doctor_id=1)
    for number in range(20):
        held = await hold(patient, client_id, slots[number]["slot_id"])
        assert held.status_code == 201, held.text
        await patient.delete(f"/holds/{held.json()['hold_id']}")
    assert limit_of(await hold(patient, client_id, slots[20]["slot_id"])) == "new_bookings_per_account_hour"
    clinic.clock.advance(minutes=61)
    later = await clinic.patient("telegram:1")
    fresh = (await free(later, doctor_id=1))[0]
    assert (await hold(later, client_id, fresh["slot_id"])).status_code == 201


async def test_staff_has_no_quotas(clinic: Clinic) -> None:
    for hour in range(9, 15):
        await book(clinic.staff, at(hour), client_id=5)


async def test_quotas_are_settings(synthetic_database: str, clock: StillClock) -> None:
    quotas = {"future_appointments_per_account": 1}
    async with running_clinic(synthetic_database, clock, quotas=quotas) as clinic:
        patient, client_id = await registered(clinic, "telegram:1")
        await book(patient, at(9), client_id=client_id)
        second = {"doctor_id": 1, "start_time": at(10), "client_id": client_id}
        assert limit_of(await patient.post("/appointments", json=second)) == "future_appointments_per_account"


async def test_calls_of_one_account_at_once_do_not_slip_past_its_quota(clinic: Clinic) -> None:
    patient, client_id = await registered(clinic, "telegram:1")
    visits = [{"doctor_id": doctor, "start_time": at(9), "client_id": client_id} for doctor in range(1, 11)]
    answers = await asyncio.gather(*(patient.post("/appointments", json=visit) for visit in visits))
    assert Counter(answer.status_code for answer in answers) == {201: 6, 429: 4}


@pytest.mark.timeout(180)
async def test_one_hostile_account_does_not_keep_twenty_honest_ones_from_booking(clinic: Clinic) -> None:
    hostile, hostile_id = await registered(clinic, "telegram:666")
    honest = [await registered(clinic, f"telegram:{number}") for number in range(20)]
    slots = await free(clinic.staff, doctor_id=1)
    done = asyncio.Event()

    async def attack() -> Counter[int]:
        """Hold and book whatever is there, as fast as it goes, until everybody honest is done."""
        statuses: Counter[int] = Counter()
        while not done.is_set():
            for slot in slots[:40]:
                visit = {"doctor_id": 1, "start_time": slot["start_time"], "client_id": hostile_id}
                answers = await asyncio.gather(
                    hold(hostile, hostile_id, slot["slot_id"]), hostile.post("/appointments", json=visit)
                )
                statuses.update(answer.status_code for answer in answers)
        return statuses

    async def visit_of(patient: httpx.AsyncClient, client_id: int) -> None:
        """Take the nearest slot; when somebody was quicker, the nearest one that the refusal names."""
        nearest = (await patient.get("/slots/nearest", params={"doctor_id": 1})).json()["slots"]
        while True:
            held = await hold(patient, client_id, nearest[0]["slot_id"])
            if held.status_code == 201:
                confirmed = await patient.post("/appointments", json={"hold_id": held.json()["hold_id"]})
                assert confirmed.status_code == 201, confirmed.text
                return
            nearest = refused(held, 409, "slot_taken")["nearest"]

    async with asyncio.TaskGroup() as group:
        attacking = group.create_task(attack())
        await asyncio.gather(*(visit_of(patient, client_id) for patient, client_id in honest))
        done.set()
    assert set(attacking.result()) <= {201, 409, 429}
    everything = (await clinic.staff.get("/appointments", params={"size": 200})).json()["appointments"]
    taken_by_hostile = [a for a in everything if a["client_id"] == hostile_id and a["status"] in ("held", "confirmed")]
    booked = {a["client_id"] for a in everything if a["status"] == "confirmed"}
    assert len(taken_by_hostile) <= 7
    assert {client_id for _, client_id in honest} <= booked


async def test_consent_comes_first_and_people_are_ones_own(clinic: Clinic) -> None:
    patient = await clinic.patient("telegram:1")
    visit = {"doctor_id": 1, "start_time": at(9), "client_id": 5}
    refused(await patient.get("/consents/current"), 404, "not_found")
    refused(await patient.post("/people", json={}), 409, "consent_required")
    refused(await patient.post("/appointments", json=visit), 409, "consent_required")
    given = (await patient.post("/consents", json=CONSENT)).json()
    assert given == CONSENT | {"given_at": "2026-03-02T06:00:00Z"}
    assert (await patient.get("/consents/current")).json() == given
    refused(await patient.post("/appointments", json=visit), 422, "unknown_person")
    refused(await patient.post("/appointments", json=visit | {"client_id": None}), 422, "unknown_person")


async def test_an_account_has_one_self_and_at_most_ten_people(clinic: Clinic) -> None:
    patient, client_id = await registered(clinic, "telegram:1")
    assert client_id >= 1_000_000_000
    copies = await asyncio.gather(*(patient.post("/people", json={"relation": "self"}) for _ in range(5)))
    assert {copy.json()["client_id"] for copy in copies} == {client_id}
    child = {"relation": "child", "full_name": "B. Patient", "birth_date": "2021-05-04"}
    assert (await patient.post("/people", json=child)).json() | child == (await patient.get("/people")).json()[
        "people"
    ][1]
    for number in range(8):
        other = {"relation": "other", "full_name": f"Patient {number}"}
        assert (await patient.post("/people", json=other)).status_code == 201
    assert limit_of(await patient.post("/people", json={"relation": "other"})) == "people"
    refused(await clinic.staff.get("/people"), 403, "forbidden")


async def test_moves_end_somewhere(clinic: Clinic) -> None:
    patient, client_id = await registered(clinic, "telegram:1")
    made = await book(patient, at(9), client_id=client_id)
    address = f"/appointments/{made['id']}/reschedule"
    for number in range(10):
        assert (await patient.post(address, json={"start_time": at(10 + number % 2)})).status_code == 200
    assert limit_of(await patient.post(address, json={"start_time": at(9)})) == "changes_per_appointment"
    assert (await clinic.staff.post(address, json={"start_time": at(9)})).status_code == 200


async def test_a_text_may_be_agreed_to_again(clinic: Clinic) -> None:
    patient = await clinic.patient("telegram:1")
    for version in ("1", "2", "1"):
        clinic.clock.advance(minutes=1)
        answer = await patient.post("/consents", json=CONSENT | {"version": version})
        assert answer.json()["version"] == version
    assert (await patient.get("/consents/current")).json()["version"] == "1"


async def test_children_go_to_doctors_who_see_children(demo_clinic: Clinic) -> None:
    patient, adult = await registered(demo_clinic, "telegram:1")
    child = {"relation": "child", "birth_date": "2020-05-04"}
    grown = {"relation": "child", "birth_date": "2000-05-04"}
    small = {"relation": "child"}
    child_id, grown_id, small_id = [
        (await patient.post("/people", json=person)).json()["client_id"] for person in (child, grown, small)
    ]
    therapist, pediatrician = 1, 3
    for doctor_id, client_id, welcome in (
        (therapist, adult, True),
        (therapist, child_id, False),
        (pediatrician, child_id, True),
        (pediatrician, adult, True),  # of unknown age
        (therapist, grown_id, True),
        (pediatrician, grown_id, False),
        (therapist, small_id, False),
    ):
        slot = (await free(patient, doctor_id=doctor_id, limit=1))[0]
        answer = await hold(patient, client_id, slot["slot_id"])
        if welcome:
            assert answer.status_code == 201, answer.text
            await patient.delete(f"/holds/{answer.json()['hold_id']}")
        else:
            refused(answer, 422, "wrong_age")
