"""Every update may be handled twice: after a crash nothing of the first run is remembered, after a double tap all is.

Either way the second run shows what the first one showed, and changes nothing more.
"""

from datetime import timedelta
from typing import Literal

import pytest

from bot.terminal.screen import Button
from contracts.appointments import Appointment, AppointmentStatus
from tests.bot.booking.tapping import button, taps
from tests.bot.patient import Patient, at_the_terminal
from tests.bot.receptionists import ProposesNearest
from tests.support.clock import StillClock
from tests.support.serving import Clinic, running_clinic

ENT = ProposesNearest("ent")
Again = Literal["crash", "double tap", "all forgotten"]
EVERY_WAY: tuple[Again, ...] = ("crash", "double tap", "all forgotten")
LIVE = (AppointmentStatus.HELD, AppointmentStatus.CONFIRMED)


async def twice(clock: StillClock, patient: Patient, tapped: Button, again: Again) -> tuple[str, str]:
    """What the tapped message shows after the first run, and after the second one some seconds later."""
    before = patient.memory
    await patient.taps(tapped)
    first = patient.message(tapped)
    if again == "crash":
        patient.memory = before
    elif again == "all forgotten":
        patient.restart()
    clock.advance(seconds=10)
    await patient.taps(tapped)
    return first, patient.message(tapped)


async def live(patient: Patient) -> list[Appointment]:
    found = (await patient.calls.appointments()).appointments
    return [one for one in found if one.status in LIVE]


@pytest.mark.parametrize("again", EVERY_WAY)
@pytest.mark.parametrize("allowed", [1, 3])
async def test_hold_of_a_proposal(demo_database: str, clock: StillClock, again: Again, allowed: int) -> None:
    quotas = {"active_holds_per_person": allowed}
    async with (
        running_clinic(demo_database, clock, quotas=quotas) as clinic,
        at_the_terminal(clinic, ENT) as patient,
    ):
        await patient.agrees()
        first, second = await twice(clock, patient, patient.button(1), again)
        assert "I hold this for you until" in first
        assert second == first
        assert len(await live(patient)) == 1


@pytest.mark.parametrize("again", EVERY_WAY)
async def test_hold_confirm_cancel_and_move_by_buttons(demo_clinic: Clinic, again: Again) -> None:
    async with at_the_terminal(demo_clinic, ENT) as patient:
        await patient.types("/book", "1")
        await taps(patient, "^Dentist", "^3$", "^Evening")
        first, second = await twice(demo_clinic.clock, patient, button(patient, "17:30"), again)
        assert "I hold this for you until" in first
        assert second == first
        (held,) = await live(patient)
        assert (await patient.calls.appointments()).total == (1 if again == "double tap" else 2)

        first, second = await twice(demo_clinic.clock, patient, button(patient, "Book it"), again)
        assert "Your visit is booked" in first
        assert second == first
        (booked,) = await live(patient)
        assert booked.start_time == held.start_time

        await taps(patient, "^Move$", "Other days", "^4$", "^Morning", "10:00")
        first, second = await twice(demo_clinic.clock, patient, button(patient, "Yes, move it"), again)
        assert "Your appointment is moved" in first
        assert second == first
        (moved,) = await live(patient)
        assert (moved.id, moved.start_time.isoformat()) == (booked.id, "2026-03-04T10:00:00+03:00")
        moved_at = demo_clinic.clock.now - timedelta(seconds=10)
        assert moved.updated_at == moved_at  # the second run wrote nothing

        await taps(patient, "^Cancel$")
        first, second = await twice(demo_clinic.clock, patient, button(patient, "Yes, cancel it"), again)
        assert "The appointment is cancelled" in first
        assert second == first
        assert await live(patient) == []
        cancelled_at = demo_clinic.clock.now - timedelta(seconds=10)
        assert (await patient.calls.appointment(moved.id)).updated_at == cancelled_at
