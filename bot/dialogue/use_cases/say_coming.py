"""The patient is coming."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from api_client import Conflict, ConsentRequired, NotFound
from bot.dialogue.desk import Talk
from bot.dialogue.use_cases.my_appointments import coming
from bot.dialogue.use_cases.standing import NotStanding, movable
from contracts.appointments import Appointment, AppointmentStatus

SOON = timedelta(hours=72)
"""Somebody who says it in words means a visit that begins so soon: they have been reminded of it, or asked."""


@dataclass(frozen=True, slots=True)
class Expected:
    """The clinic knows that they come."""

    appointment: Appointment


@dataclass(frozen=True, slots=True)
class Otherwise:
    """The visit is not as it was read: it has another time, or waits for the clinic."""

    why: Literal["moved", "pending", "needs-rebooking"]
    appointment: Appointment


async def say_coming(
    talk: Talk, appointment_id: int, start: datetime | None = None
) -> Expected | Otherwise | NotStanding:
    """`start`: the time that was read. A repeated tap changes nothing. Raises ClinicClientError."""
    try:
        await talk.calls.say_coming(appointment_id, start_time=start)
    except NotFound:
        return NotStanding("unknown")
    except ConsentRequired:
        raise
    except Conflict:
        return await _otherwise(talk, appointment_id)
    return Expected(await talk.calls.appointment(appointment_id))


async def soon(talk: Talk) -> tuple[Appointment, ...]:
    """The visits that somebody may mean who says in words that they come, soonest first. Raises ClinicClientError."""
    return tuple(
        one
        for one in await coming(talk)
        if one.status is AppointmentStatus.CONFIRMED and one.start_time - talk.now <= SOON
    )


async def _otherwise(talk: Talk, appointment_id: int) -> Otherwise | NotStanding:
    now_is = await movable(talk, appointment_id)
    if isinstance(now_is, NotStanding):
        return now_is
    if now_is.status is AppointmentStatus.PENDING:
        return Otherwise("pending", now_is)
    if now_is.status is AppointmentStatus.NEEDS_REBOOKING:
        return Otherwise("needs-rebooking", now_is)
    return Otherwise("moved", now_is)
