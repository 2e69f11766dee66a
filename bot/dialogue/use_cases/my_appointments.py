"""The account's appointments: see them, cancel one."""

from dataclasses import dataclass

from api_client import Conflict, ConsentRequired, NotFound
from bot.clinic_gateway import coming_appointments
from bot.dialogue.desk import Talk
from bot.dialogue.use_cases.standing import NotStanding, movable
from contracts.appointments import Appointment


@dataclass(frozen=True, slots=True)
class Cancelled:
    """It had been cancelled before."""

    appointment: Appointment


async def coming(talk: Talk) -> tuple[Appointment, ...]:
    """Of all people of the account, soonest first. Raises ClinicClientError."""
    return await coming_appointments(talk.calls, talk.now)


async def cancel(talk: Talk, appointment_id: int) -> Appointment | Cancelled | NotStanding:
    """The cancelled appointment. A repeated tap changes nothing. Raises ClinicClientError."""
    try:
        return await talk.calls.cancel(appointment_id)
    except NotFound:
        return NotStanding("unknown")
    except ConsentRequired:
        raise
    except Conflict:
        pass
    now_is = await movable(talk, appointment_id)
    if isinstance(now_is, NotStanding):
        cancelled = now_is.appointment if now_is.why == "cancelled" else None
        return now_is if cancelled is None else Cancelled(cancelled)
    return NotStanding("closed", now_is)
