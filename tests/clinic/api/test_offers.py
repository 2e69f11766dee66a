"""Offers: held times that are accepted once, refused, or go back to all at the deadline."""

import asyncio

import pytest

from clinic.appointments.refusals import SlotTaken
from clinic.main.parts import Parts
from clinic.offers.choose import free_times
from clinic.offers.close import ExpireOffers
from clinic.offers.domain import Status
from clinic.offers.refusals import OfferOver
from clinic.schedule.asking import Wanted, Window
from tests.clinic.api.asking import at, book, refused, registered, starts
from tests.clinic.api.offers import made, offered
from tests.support.serving import Clinic

ME = "telegram:1"


async def test_offered_times_are_held_for_nobody_else(clinic: Clinic, parts: Parts) -> None:
    patient, client_id = await registered(clinic, ME)
    offer = await offered(parts, patient, ME, client_id)
    assert [time["start_time"][11:16] for time in offer["times"]] == ["09:00", "09:30"]
    assert "09:00" not in await starts(clinic.staff, doctor_id=1, to="2026-03-02")
    stranger, _ = await registered(clinic, "telegram:2")
    refused(await stranger.get(f"/offers/{offer['offer_id']}"), 404, "not_found")
    hold = {"hold_id": offer["times"][0]["hold_id"]}
    refused(await stranger.post(f"/offers/{offer['offer_id']}/accept", json=hold), 404, "not_found")


async def test_a_clinics_hold_takes_nothing_from_the_patients_quota(clinic: Clinic, parts: Parts) -> None:
    patient, client_id = await registered(clinic, ME)
    await offered(parts, patient, ME, client_id)
    slot = (await patient.get("/slots", params={"doctor_id": 2})).json()["slots"][0]["slot_id"]
    assert (await patient.post("/holds", json={"slot_id": slot, "client_id": client_id})).status_code == 201


async def test_accepting_makes_a_visit_and_lets_the_others_go(clinic: Clinic, parts: Parts) -> None:
    patient, client_id = await registered(clinic, ME)
    offer = await offered(parts, patient, ME, client_id)
    first, second = offer["times"]
    address = f"/offers/{offer['offer_id']}/accept"
    taken = await patient.post(address, json={"hold_id": second["hold_id"]})
    assert taken.status_code == 200, taken.text
    assert taken.json()["status"] == "confirmed"
    assert taken.json()["start_time"] == second["start_time"]
    free = await starts(clinic.staff, doctor_id=1, to="2026-03-02")
    assert "09:00" in free
    assert "09:30" not in free
    again = await patient.post(address, json={"hold_id": second["hold_id"]})
    assert again.json()["id"] == taken.json()["id"]
    refused(await patient.post(address, json={"hold_id": first["hold_id"]}), 409, "offer_over")
    refused(await patient.post(f"/offers/{offer['offer_id']}/refuse"), 409, "offer_over")


async def test_a_visit_that_is_replaced_moves_and_keeps_its_id(clinic: Clinic, parts: Parts) -> None:
    patient, client_id = await registered(clinic, ME)
    visit = await book(patient, at(9, day=3), client_id=client_id, note="knee")
    offer = await offered(parts, patient, ME, client_id, doctor_id=2, appointment_id=visit["id"])
    hold = offer["times"][0]
    moved = await patient.post(f"/offers/{offer['offer_id']}/accept", json={"hold_id": hold["hold_id"]})
    assert moved.status_code == 200, moved.text
    assert (moved.json()["id"], moved.json()["doctor_id"], moved.json()["note"]) == (visit["id"], 2, "knee")
    assert "09:00" in await starts(clinic.staff, doctor_id=1, from_="2026-03-03", to="2026-03-03")
    again = await patient.post(f"/offers/{offer['offer_id']}/accept", json={"hold_id": hold["hold_id"]})
    assert again.json()["id"] == visit["id"]


async def test_refused_times_go_back_to_all(clinic: Clinic, parts: Parts) -> None:
    patient, client_id = await registered(clinic, ME)
    offer = await offered(parts, patient, ME, client_id)
    for _ in range(2):
        answer = await patient.post(f"/offers/{offer['offer_id']}/refuse")
        assert answer.json()["status"] == "refused"
    assert "09:00" in await starts(clinic.staff, doctor_id=1, to="2026-03-02")
    hold = {"hold_id": offer["times"][0]["hold_id"]}
    refused(await patient.post(f"/offers/{offer['offer_id']}/accept", json=hold), 409, "offer_over")


async def test_the_deadline_ends_an_offer_once(clinic: Clinic, parts: Parts) -> None:
    patient, client_id = await registered(clinic, ME)
    offer = await offered(parts, patient, ME, client_id, minutes=60)
    clinic.clock.advance(minutes=59)
    patient = await clinic.patient(ME)
    expire = ExpireOffers(parts.counter, parts.close_offer)
    assert await expire(clinic.clock()) == 0
    clinic.clock.advance(minutes=2)
    hold = {"hold_id": offer["times"][0]["hold_id"]}
    refused(await patient.post(f"/offers/{offer['offer_id']}/accept", json=hold), 409, "offer_over")
    done = await asyncio.gather(*(expire(clinic.clock()) for _ in range(4)))
    assert sum(done) >= 1
    assert (await patient.get(f"/offers/{offer['offer_id']}")).json()["status"] == "expired"
    claimed = (await clinic.staff.post("/deliveries/claim", json={"limit": 100})).json()["deliveries"]
    assert [news["kind"] for news in claimed].count("offer.over") == 1
    assert "09:00" in await starts(clinic.staff, doctor_id=1, to="2026-03-02")


async def test_accept_and_deadline_at_once_leave_one_winner(clinic: Clinic, parts: Parts) -> None:
    for number in range(5):
        account = f"telegram:{number}"
        patient, client_id = await registered(clinic, account)
        offer = await offered(parts, patient, account, client_id, count=3)
        holds = [time["hold_id"] for time in offer["times"]]

        async def take(hold: int, offer_id: int = offer["offer_id"], account: str = account) -> int:
            try:
                await parts.accept_offer(offer_id, hold, account)
            except OfferOver:
                return 0
            return 1

        async def end(offer_id: int = offer["offer_id"]) -> int:
            try:
                await parts.close_offer(offer_id, Status.WITHDRAWN, None)
            except OfferOver:
                return 0
            return 1

        assert sum(await asyncio.gather(*(take(hold) for hold in holds), end())) == 1
        times = (await patient.get(f"/offers/{offer['offer_id']}")).json()["times"]
        assert sum(time["status"] in {"held", "confirmed"} for time in times) <= 1


async def test_times_that_are_gone_make_no_offer(clinic: Clinic, parts: Parts) -> None:
    patient, client_id = await registered(clinic, ME)
    times = await free_times(parts.counter, Wanted(doctor_id=1), Window(), 2)
    await book(clinic.staff, at(9, 30))
    with pytest.raises(SlotTaken):
        await made(parts, ME, client_id, times)
    assert "09:00" in await starts(clinic.staff, doctor_id=1, to="2026-03-02")
    assert (await patient.get("/offers")).json() == {"offers": []}
