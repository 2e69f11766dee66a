"""Whether an appointment still stands, so that a patient may change it."""

from dataclasses import dataclass
from typing import Literal

from api_client import NotFound
from bot.dialogue.desk import Talk
from contracts.appointments import Appointment, AppointmentStatus

STANDING = (AppointmentStatus.PENDING, AppointmentStatus.CONFIRMED, AppointmentStatus.NEEDS_REBOOKING)


@dataclass(frozen=True, slots=True)
class NotStanding:
    """An appointment that its owner cannot change here any more."""

    why: Literal["cancelled", "past", "closed", "unknown", "quota"]
    appointment: Appointment | None = None


async def movable(talk: Talk, appointment_id: int) -> Appointment | NotStanding:
    """The appointment as it is now, if it can be moved or cancelled. Raises ClinicClientError."""
    try:
        found = await talk.calls.appointment(appointment_id)
    except NotFound:
        return NotStanding("unknown")
    return not_standing(talk, found) or found


def not_standing(talk: Talk, appointment: Appointment) -> NotStanding | None:
    """None: it stands."""
    if appointment.status is AppointmentStatus.CANCELLED:
        return NotStanding("cancelled", appointment)
    if appointment.status not in STANDING:
        return NotStanding("closed", appointment)
    # One that the clinic had to call off has no time any more that could have passed.
    if appointment.start_time <= talk.now and appointment.status is not AppointmentStatus.NEEDS_REBOOKING:
        return NotStanding("past", appointment)
    return None
