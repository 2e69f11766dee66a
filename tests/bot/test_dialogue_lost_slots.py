"""Times that are gone, repeated and old buttons: nobody is left without an answer, nothing is booked twice."""

from datetime import timedelta

import pytest

from bot.terminal.screen import Button
from contracts.appointments import Appointment, AppointmentStatus
from tests.bot.patient import Patient, at_the_terminal
from tests.bot.receptionists import ProposesNearest
from tests.support.serving import Clinic

ENT = ProposesNearest("ent")


async def somebody_books(clinic: Clinic, appointment: Appointment | None = None, **body: object) -> None:
    if appointment is not None:
        body = {"doctor_id": appointment.doctor_id, "start_time": appointment.start_time.isoformat()}
    answer = await clinic.staff.post("/appointments", json={**body, "patient_name": "Somebody Else"})
    assert answer.status_code == 201, answer.text


async def booked(patient: Patient) -> tuple[Appointment, ...]:
    return (await patient.calls.appointments(status=AppointmentStatus.CONFIRMED)).appointments


async def test_taken_before_the_tap_the_nearest_are_offered_and_can_be_booked(demo_clinic: Clinic) -> None:
    async with at_the_terminal(demo_clinic, ProposesNearest("ent", how_many=1)) as patient:
        await patient.agrees()
        (first,) = (await patient.calls.nearest_slots(specialty="ent", limit=1)).slots
        await somebody_books(demo_clinic, doctor_id=first.doctor_id, start_time=first.start_time.isoformat())
        shown = await patient.types("1")
        assert "This time has just been taken. The nearest free times:" in shown
        await patient.types("1")
        assert "Your visit is booked" in await patient.types("1")
        (mine,) = await booked(patient)
    assert (mine.doctor_id, mine.start_time) != (first.doctor_id, first.start_time)


async def test_an_expired_hold_is_said_and_the_time_is_offered_again(demo_clinic: Clinic) -> None:
    async with at_the_terminal(demo_clinic, ProposesNearest("ent", how_many=1)) as patient:
        await patient.agrees()
        await patient.types("1")
        demo_clinic.clock.advance(minutes=11)
        shown = await patient.types("1")
        assert "The time to confirm ran out" in shown
        assert "The nearest free times:" in shown
        assert await booked(patient) == ()
        await patient.types("1")
        assert "Your visit is booked" in await patient.types("1")
        assert len(await booked(patient)) == 1


async def test_an_expired_hold_that_somebody_else_took_is_not_booked(demo_clinic: Clinic) -> None:
    async with at_the_terminal(demo_clinic, ProposesNearest("ent", how_many=1)) as patient:
        await patient.agrees()
        await patient.types("1")
        (held,) = (await patient.calls.appointments(status=AppointmentStatus.HELD)).appointments
        demo_clinic.clock.advance(minutes=11)
        await somebody_books(demo_clinic, held)
        shown = await patient.types("1")
        assert "The nearest free times:" in shown
        await patient.types("1", "1")
        (mine,) = await booked(patient)
    assert (mine.doctor_id, mine.start_time) != (held.doctor_id, held.start_time)


async def test_a_double_confirmation_is_one_appointment_and_the_same_card(demo_clinic: Clinic) -> None:
    async with at_the_terminal(demo_clinic, ENT) as patient:
        await patient.agrees()
        await patient.types("1")
        confirm = patient.button(1)
        await patient.taps(confirm)
        card = patient.message(confirm)
        assert "Your visit is booked" in card
        (mine,) = await booked(patient)
        assert f"Booked already: No. {mine.id}" in await patient.taps(confirm)
        patient.restart()
        await patient.taps(confirm)
        assert patient.message(confirm) == card
        assert await booked(patient) == (mine,)


async def test_a_confirmation_of_a_visit_cancelled_since_says_so(demo_clinic: Clinic) -> None:
    async with at_the_terminal(demo_clinic, ENT) as patient:
        await patient.agrees()
        await patient.types("1")
        confirm, other = patient.button(1), patient.button(2)
        await patient.taps(confirm)
        (mine,) = await booked(patient)
        await patient.calls.cancel(mine.id)
        assert "The appointment is cancelled" in await patient.taps(confirm)
        await patient.taps(other)
        assert "The appointment is cancelled" in patient.message(other)
        assert await booked(patient) == ()


async def test_another_time_does_not_undo_a_booking(demo_clinic: Clinic) -> None:
    async with at_the_terminal(demo_clinic, ENT) as patient:
        await patient.agrees()
        await patient.types("1")
        confirm, other = patient.button(1), patient.button(2)
        await patient.taps(confirm)
        await patient.taps(other)
        assert "Your visit is booked" in patient.message(other)
        assert len(await booked(patient)) == 1


async def test_a_hold_given_back_cannot_be_confirmed(demo_clinic: Clinic) -> None:
    async with at_the_terminal(demo_clinic, ENT) as patient:
        await patient.agrees()
        await patient.types("1")
        confirm = patient.button(1)
        await patient.types("/cancel")
        assert "no longer held for you" in await patient.taps(confirm)
        assert await booked(patient) == ()


async def test_the_slot_of_my_own_visit_was_taken_by_nobody_else(demo_clinic: Clinic) -> None:
    async with at_the_terminal(demo_clinic, ENT) as patient:
        await patient.agrees()
        slot = patient.button(1)
        await patient.types("1", "1")
        await patient.taps(slot)
        assert "Your visit is booked" in patient.message(slot)
        assert len(await booked(patient)) == 1


@pytest.mark.parametrize("forgotten", [False, True])
async def test_an_offer_of_yesterday_is_out_of_date(demo_clinic: Clinic, forgotten: bool) -> None:
    async with at_the_terminal(demo_clinic, ENT) as patient:
        await patient.agrees()
        slot = patient.button(1)
        demo_clinic.clock.advance(hours=24)
        if forgotten:
            patient.restart()
        shown = await patient.taps(slot)
        assert "This offer is out of date." in shown
        assert ("The nearest free times:" in shown) is not forgotten


async def test_a_hold_that_was_forgotten_is_released_for_the_next_one(demo_clinic: Clinic) -> None:
    async with at_the_terminal(demo_clinic, ENT) as patient:
        await patient.agrees()
        second = patient.button(2)
        await patient.types("1")
        patient.restart()
        assert "I hold this" in await patient.taps(second)
        assert (await patient.calls.appointments(status=AppointmentStatus.HELD)).total == 1


async def test_beyond_the_quota_the_patient_is_told_what_to_do(demo_clinic: Clinic) -> None:
    async with at_the_terminal(demo_clinic, ENT) as patient:
        await patient.agrees()
        for _ in range(6):
            await patient.types("1", "1", "one more")
        assert "You already have 6 appointments to come" in await patient.types("1")


FAR = 2**53 - 1
FORGED = [
    *("", ":", "s", "s:", "s:short", "s:" + "A" * 40, "agree", "lang:de", "x" * 64, "💥"),
    *("ok:0", "ok:-1", "ok:abc", f"ok:{FAR}", f"ok:{FAR + 1}", f"no:{FAR}", f"c:{FAR}", f"cy:{FAR}", "cy:1:2"),
]


@pytest.mark.parametrize("data", FORGED)
async def test_forged_buttons_are_answered_and_change_nothing(demo_clinic: Clinic, data: str) -> None:
    async with at_the_terminal(demo_clinic, ENT) as patient:
        await patient.agrees()
        message_id = patient.button(1).message_id
        assert (await patient.taps(Button("", data, message_id))).strip()
        assert "Something went wrong" not in patient.last_message()
        assert (await patient.calls.appointments()).total == 0


async def test_somebody_elses_buttons_do_nothing_for_me(demo_clinic: Clinic) -> None:
    async with (
        at_the_terminal(demo_clinic, ENT, account="terminal:one") as one,
        at_the_terminal(demo_clinic, ENT, account="terminal:two") as two,
    ):
        await one.agrees()
        await two.agrees()
        await one.types("1")
        confirm, other = one.button(1), one.button(2)
        await two.taps(other)
        await two.taps(confirm)
        assert (await one.calls.appointments(status=AppointmentStatus.HELD)).total == 1
        assert (await two.calls.appointments()).total == 0


async def test_yesterdays_slots_are_not_shown_as_another_time(demo_clinic: Clinic) -> None:
    async with at_the_terminal(demo_clinic, ENT) as patient:
        await patient.agrees()
        await patient.types("1")
        other = patient.button(2)
        demo_clinic.clock.now += timedelta(days=1)
        assert "пн 2 марта" not in await patient.taps(other)
        assert "March 2" not in patient.last_message()


async def test_taps_that_waited_too_long_for_telegram_still_do_their_work(demo_clinic: Clinic) -> None:
    async with at_the_terminal(demo_clinic, ENT) as patient:
        patient.telegram_refuses_to_acknowledge_taps()
        await patient.agrees()
        await patient.types("1")
        confirm = patient.button(1)
        assert "Your visit is booked" in await patient.taps(confirm)
        await patient.taps(confirm)
        assert "Something went wrong" not in patient.last_message()
        assert len(await booked(patient)) == 1
