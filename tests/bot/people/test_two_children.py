"""A mother with two children: adjacent times, both or neither."""

import pytest

from bot.texts import texts
from contracts.appointments import AppointmentRequest, AppointmentStatus
from contracts.people import PersonRequest, Relation
from tests.bot.booking.tapping import button, taps
from tests.bot.patient import Patient, at_the_terminal
from tests.bot.receptionists import ProposesNearest
from tests.support.serving import Clinic

SAY = texts("en").say
PEDIATRICIAN = ProposesNearest("pediatrician")


async def count(patient: Patient, status: AppointmentStatus) -> int:
    return (await patient.calls.appointments(status=status)).total


async def with_two(patient: Patient) -> str:
    """Consent, two children, and the words."""
    await patient.agrees()
    for name, born in (("Max", "2020-03-12"), ("Eva", "2018-01-02")):
        request = {"relation": Relation.CHILD, "full_name": name, "birth_date": born}
        await patient.calls.add_person(PersonRequest.model_validate(request))
    return await patient.types("both kids to the pediatrician please")


async def test_two_cards_of_adjacent_visits(demo_clinic: Clinic) -> None:
    async with at_the_terminal(demo_clinic, PEDIATRICIAN) as patient:
        assert SAY("pair-found") in await with_two(patient)
        first = button(patient, " and ")
        patient.restart()
        held = await patient.taps(first)  # the button carries all it needs
        assert "Max: " in held
        assert "Eva: " in held
        assert await count(patient, AppointmentStatus.HELD) == 2
        await patient.taps(first)
        assert await count(patient, AppointmentStatus.HELD) == 2
        confirm = button(patient, SAY("pair-confirm"))
        shown = await patient.taps(confirm)
        assert shown.count("Your visit is booked") == 2
        assert "Max" in shown
        assert "Eva" in shown
        booked = (await patient.calls.appointments(status=AppointmentStatus.CONFIRMED)).appointments
        one, other = sorted(booked, key=lambda each: each.start_time)
        assert (one.doctor_id, one.end_time) == (other.doctor_id, other.start_time)
        assert one.client_id != other.client_id
        again = await patient.taps(confirm)
        assert "Your visit is booked" in again
        assert ".ics" not in again
        assert await count(patient, AppointmentStatus.CONFIRMED) == 2


@pytest.mark.parametrize("which", [0, 1])
async def test_one_of_the_two_times_taken_meanwhile_holds_neither(demo_clinic: Clinic, which: int) -> None:
    async with at_the_terminal(demo_clinic, PEDIATRICIAN) as patient:
        await with_two(patient)
        (near,) = (await patient.calls.nearest_slots(specialty="pediatrician", limit=1)).slots
        slots = (await patient.calls.nearest_slots(doctor_id=near.doctor_id, limit=2)).slots
        stolen = AppointmentRequest(doctor_id=near.doctor_id, start_time=slots[which].start_time)
        answer = await demo_clinic.staff.post("/appointments", json=stolen.model_dump(mode="json", exclude_none=True))
        assert answer.status_code == 201, answer.text
        shown = await taps(patient, " and ")
        assert SAY("pair-gone") in shown
        assert await count(patient, AppointmentStatus.HELD) == 0
        assert "Max: " in await taps(patient, " and ")
        assert (await taps(patient, SAY("pair-confirm"))).count("Your visit is booked") == 2


async def test_a_second_booking_that_fails_undoes_the_first(demo_clinic: Clinic) -> None:
    async with at_the_terminal(demo_clinic, PEDIATRICIAN) as patient:
        await with_two(patient)
        await taps(patient, " and ")
        holds = (await patient.calls.appointments(status=AppointmentStatus.HELD)).appointments
        later = max(holds, key=lambda one: one.start_time)
        await patient.calls.release_hold(later.id)
        shown = await taps(patient, SAY("pair-confirm"))
        assert SAY("pair-gone") in shown
        assert await count(patient, AppointmentStatus.CONFIRMED) == 0
        assert await count(patient, AppointmentStatus.HELD) == 0


async def test_another_time_gives_both_back(demo_clinic: Clinic) -> None:
    async with at_the_terminal(demo_clinic, PEDIATRICIAN) as patient:
        await with_two(patient)
        await taps(patient, " and ")
        assert SAY("pair-found") in await taps(patient, SAY("other-time"))
        assert await count(patient, AppointmentStatus.HELD) == 0


async def test_children_who_are_not_known_are_asked_for_one_after_the_other(demo_clinic: Clinic) -> None:
    async with at_the_terminal(demo_clinic, PEDIATRICIAN) as patient:
        await patient.types("both kids to the pediatrician please")
        assert SAY("person-name-child") in await patient.types("1")
        assert SAY("person-name-child") in await patient.types("Max 12.03.2020")
        assert SAY("pair-found") in await patient.types("Eva 02.01.2018")
