"""Give an appointment another time: look at the nearest ones, ask once, move."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from api_client import Conflict, ConsentRequired, Invalid, NotFound, QuotaExceeded, SlotTaken
from bot.dialogue.desk import Talk
from bot.dialogue.use_cases.pick_time import Lost, find, lost
from bot.dialogue.use_cases.search import free_after
from bot.dialogue.use_cases.standing import NotStanding, movable
from bot.dialogue.use_cases.wish import Wish, wish_at
from bot.dialogue.where import Where
from contracts.appointments import Appointment, AppointmentStatus, RescheduleRequest
from contracts.schedule import Slot

NEAREST = 6


@dataclass(frozen=True, slots=True)
class Moving:
    """Other times for an appointment, soonest first; `wish` leads to the calendar."""

    appointment: Appointment
    wish: Wish
    slots: tuple[Slot, ...]


@dataclass(frozen=True, slots=True)
class Moved:
    appointment: Appointment
    now: bool
    """False: it stood there already."""


async def begin_move(talk: Talk, appointment_id: int) -> Moving | NotStanding:
    """The nearest other times of the same doctor; of any of the specialty where the doctor has called off the visit.

    Raises ClinicClientError.
    """
    found = await movable(talk, appointment_id)
    if isinstance(found, NotStanding):
        return found
    return await _moving(talk, found)


async def _moving(talk: Talk, appointment: Appointment) -> Moving | NotStanding:
    same, anybody = Where(doctor_id=appointment.doctor_id, move=appointment.id), Where(move=appointment.id)
    called_off = appointment.status is AppointmentStatus.NEEDS_REBOOKING
    found: Moving | NotStanding = NotStanding("closed", appointment)
    for where in (anybody, same) if called_off else (same, anybody):
        wish = await wish_at(talk, where)
        if isinstance(wish, NotStanding):
            return wish
        if wish is not None:
            found = Moving(appointment, wish, await _others(talk, wish, appointment))
            if found.slots:
                break
    return found


async def _others(talk: Talk, wish: Wish, appointment: Appointment) -> tuple[Slot, ...]:
    free = (await free_after(talk, wish, None, NEAREST + 1)).slots
    return tuple(one for one in free if not stands_at(appointment, one.doctor_id, one.start_time))[:NEAREST]


async def propose_move(talk: Talk, wish: Wish, doctor_id: int, start: datetime) -> Slot | Moved | Lost:
    """The free slot to ask about. `wish.moving` is the appointment. Raises ClinicClientError."""
    appointment = wish.moving
    if appointment is not None and stands_at(appointment, doctor_id, start):
        return Moved(appointment, now=False)
    if start <= talk.now:
        return await lost(talk, wish, "past", None)
    return await find(talk, wish, doctor_id, start) or await lost(talk, wish, "taken", start)


async def move_visit(talk: Talk, appointment_id: int, doctor_id: int, start: datetime) -> Moved | NotStanding | Lost:
    """Move it, once: one that stands there already is left alone, so a repeated tap changes nothing.

    Raises ClinicClientError when the clinic does not answer.
    """
    found = await movable(talk, appointment_id)
    if isinstance(found, NotStanding):
        return found
    if stands_at(found, doctor_id, start):
        return Moved(found, now=False)
    try:
        request = RescheduleRequest(start_time=start, doctor_id=doctor_id)
        return Moved(await talk.calls.reschedule(appointment_id, request), now=True)
    except ConsentRequired:
        raise
    except QuotaExceeded:
        return NotStanding("quota", found)
    except NotFound:
        return NotStanding("unknown")
    except SlotTaken as refusal:
        return Lost("taken", refusal.nearest)
    except (Conflict, Invalid) as refusal:
        return await _refused(talk, found, start, refusal)


async def _refused(talk: Talk, found: Appointment, start: datetime, refusal: Conflict | Invalid) -> NotStanding | Lost:
    if isinstance(refusal, Invalid):
        moving = await _moving(talk, found)
        return moving if isinstance(moving, NotStanding) else Lost(_why(talk, start), moving.slots)
    now_is = await movable(talk, found.id)  # changed by somebody else in this very moment
    return now_is if isinstance(now_is, NotStanding) else NotStanding("closed", now_is)


def _why(talk: Talk, start: datetime) -> Literal["past", "not-bookable"]:
    return "past" if start <= talk.now else "not-bookable"


def stands_at(appointment: Appointment, doctor_id: int, start: datetime) -> bool:
    """Whether the visit is there, and not only was."""
    stands = appointment.status is not AppointmentStatus.NEEDS_REBOOKING
    return stands and (appointment.doctor_id, appointment.start_time) == (doctor_id, start)
