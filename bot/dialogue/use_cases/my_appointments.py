"""The account's appointments: see them, cancel one."""

from dataclasses import dataclass
from typing import Literal

from api_client import Conflict, NotFound, WrongTransition
from bot.clinic_gateway import coming_appointments
from bot.dialogue.desk import Talk
from contracts.appointments import Appointment, AppointmentStatus


@dataclass(frozen=True, slots=True)
class NotCancelled:
    why: Literal["already", "refused", "unknown"]


async def coming(talk: Talk) -> tuple[Appointment, ...]:
    """Soonest first. Raises ClinicClientError."""
    return await coming_appointments(talk.calls, talk.now)


async def find_standing(talk: Talk, appointment_id: int) -> Appointment | NotCancelled:
    """The appointment if it can still be cancelled, as far as its status tells. Raises ClinicClientError."""
    try:
        found = await talk.calls.appointment(appointment_id)
    except NotFound:
        return NotCancelled("unknown")
    if found.status is AppointmentStatus.CANCELLED:
        return NotCancelled("already")
    return found


async def cancel(talk: Talk, appointment_id: int) -> Appointment | NotCancelled:
    """The cancelled appointment. A repeated tap changes nothing. Raises ClinicClientError."""
    try:
        return await talk.calls.cancel(appointment_id)
    except NotFound:
        return NotCancelled("unknown")
    except WrongTransition as refusal:
        return NotCancelled("already" if refusal.details.get("status") == AppointmentStatus.CANCELLED else "refused")
    except Conflict:
        return NotCancelled("refused")
