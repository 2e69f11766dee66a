"""Old buttons check reality again: each button, against each thing that may have happened since it was shown."""

from collections.abc import Awaitable, Callable
from datetime import date

import pytest

from bot.dialogue.where import Where
from contracts.appointments import Appointment, AppointmentStatus
from tests.bot.booking.tapping import button, days, labels, taps
from tests.bot.patient import Patient, at_the_terminal
from tests.bot.receptionists import ProposesNearest
from tests.support.serving import Clinic

Happens = Callable[[Clinic, Patient], Awaitable[object]]
ENT = ProposesNearest("ent")


async def nothing(_clinic: Clinic, _patient: Patient) -> None:
    pass


async def passed(clinic: Clinic, _patient: Patient) -> None:
    clinic.clock.advance(days=3)


async def a_while(clinic: Clinic, _patient: Patient) -> None:
    clinic.clock.advance(minutes=30)


async def forgotten(_clinic: Clinic, patient: Patient) -> None:
    patient.restart()


async def mine(patient: Patient) -> Appointment:
    found = (await patient.calls.appointments()).appointments
    return next(one for one in found if one.status is not AppointmentStatus.RELEASED)


async def cancelled(_clinic: Clinic, patient: Patient) -> None:
    await patient.calls.cancel((await mine(patient)).id)


async def moved_by_staff(clinic: Clinic, patient: Patient) -> None:
    path = f"/appointments/{(await mine(patient)).id}/reschedule"
    answer = await clinic.staff.post(path, json={"start_time": "2026-03-05T12:00:00+03:00"})
    assert answer.status_code == 200, answer.text


async def completed(clinic: Clinic, patient: Patient) -> None:
    number = (await mine(patient)).id
    clinic.clock.advance(hours=34)
    for step in ("arrive", "complete"):
        assert (await clinic.staff.post(f"/appointments/{number}/{step}")).status_code == 200


async def taken(clinic: Clinic, _patient: Patient) -> None:
    """Somebody else has 17:30 on Tuesday and on Wednesday."""
    for day in (3, 4):
        start = f"2026-03-0{day}T17:30:00+03:00"
        body = {"doctor_id": 21, "start_time": start, "patient_name": "Somebody"}
        await clinic.staff.post("/appointments", json=body)


async def taken_after_the_hold(clinic: Clinic, patient: Patient) -> None:
    clinic.clock.advance(minutes=11)
    await taken(clinic, patient)


async def day_filled(clinic: Clinic, _patient: Patient) -> None:
    slots = (await clinic.staff.get("/slots?doctor_id=21&from=2026-03-03&to=2026-03-03&limit=100")).json()["slots"]
    for slot in slots:
        body = {"doctor_id": 21, "start_time": slot["start_time"], "patient_name": "Somebody"}
        await clinic.staff.post("/appointments", json=body)


TO_A_TIME = ("/book", "^Dentist", "^3$", "^Evening")
TO_A_HOLD = (*TO_A_TIME, "17:30")
TO_A_CARD = (*TO_A_HOLD, "Book it")
TO_A_MOVE = (*TO_A_CARD, "^Move$", "Other days", "^4$", "^Evening")
TO_THE_QUESTION = (*TO_A_MOVE, "17:30")
TABLE: list[tuple[tuple[str, ...], str, Happens, str]] = [
    (TO_A_TIME, "17:30", nothing, "I hold this for you until"),
    (TO_A_TIME, "17:30", forgotten, "I hold this for you until"),
    (TO_A_TIME, "17:30", taken, "This time has just been taken. The nearest free times:"),
    (TO_A_TIME, "17:30", passed, "This time has passed. The nearest free times:"),
    (("/book", "^Dentist"), "^3$", day_filled, "That day is booked up."),
    (("/book", "^Dentist"), "^3$", passed, "That day has passed."),
    (("/book", "^Dentist", "^3$"), "^Evening", day_filled, "That day is booked up."),
    (TO_A_HOLD, "Book it", forgotten, "Your visit is booked"),
    (TO_A_HOLD, "Book it", a_while, "The time to confirm ran out"),
    (TO_A_HOLD, "Book it", taken_after_the_hold, "The nearest free times:"),
    (TO_A_HOLD, "Another time", a_while, "tomorrow, Tue, March 3: 6 free times"),
    (TO_A_CARD, "^Cancel$", cancelled, "This appointment is cancelled already."),
    (TO_A_CARD, "^Cancel$", moved_by_staff, "Thu, March 5, 12:00"),
    (TO_A_CARD, "^Cancel$", passed, "has begun or is over"),
    (TO_A_CARD, "^Cancel$", completed, "This appointment is closed already."),
    (TO_A_CARD, "^Move$", cancelled, "This appointment is cancelled already."),
    (TO_A_CARD, "^Move$", moved_by_staff, "Thu, March 5, 12:00"),
    (TO_A_CARD, "^Move$", passed, "has begun or is over"),
    (TO_A_MOVE, "17:30", cancelled, "This appointment is cancelled already."),
    (TO_A_MOVE, "17:30", taken, "This time has just been taken. The nearest free times:"),
    (TO_A_MOVE, "17:30", forgotten, "Move appointment No."),
    (TO_THE_QUESTION, "Yes, move it", taken, "This time has just been taken. The nearest free times:"),
    (TO_THE_QUESTION, "Yes, move it", cancelled, "This appointment is cancelled already."),
    (TO_THE_QUESTION, "Yes, move it", moved_by_staff, "Your appointment is moved"),
    (TO_THE_QUESTION, "Yes, move it", passed, "has begun or is over"),
    (TO_THE_QUESTION, "Leave it", moved_by_staff, "Thursday, March 5, 2026"),
    ((*TO_A_CARD, "^Cancel$"), "Yes, cancel it", completed, "This appointment is closed already."),
    ((*TO_A_CARD, "^Cancel$"), "Yes, cancel it", moved_by_staff, "The appointment is cancelled"),
    ((*TO_A_CARD, "^Cancel$"), "Keep it", cancelled, "This appointment is cancelled already."),
]


@pytest.mark.parametrize(("way", "tapped", "happens", "shown"), TABLE)
async def test_an_old_button_says_what_has_changed(
    demo_clinic: Clinic, way: tuple[str, ...], tapped: str, happens: Happens, shown: str
) -> None:
    async with at_the_terminal(demo_clinic, ENT) as patient:
        await patient.types(way[0], "1")
        await taps(patient, *way[1:])
        old = button(patient, tapped)
        await happens(demo_clinic, patient)
        await patient.taps(old)
        assert shown in patient.message(old)
        assert "Something went wrong" not in patient.message(old)
        live = [one for one in (await patient.calls.appointments()).appointments if one.doctor_id == 21]
        assert len([one for one in live if one.status is AppointmentStatus.CONFIRMED]) <= 1


async def test_a_forged_day_without_free_time_says_why(demo_clinic: Clinic) -> None:
    async with at_the_terminal(demo_clinic, ENT, language="ru") as patient:
        await patient.types("/book", "1")
        await taps(patient, "^Невролог")
        assert "3" not in [one.label for one in days(patient)]
        forged = days(patient)[0].__class__(
            "", f"bt:{Where(doctor_id=6, day=date(2026, 3, 3)).pack()}", days(patient)[0].message_id
        )
        await patient.taps(forged)
        assert "В этот день приёма нет." in patient.message(forged)
        dot = button(patient, "^·$")
        assert "В этот день свободного времени нет" in await patient.taps(dot)
        assert labels(patient)
