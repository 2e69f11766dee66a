"""'Move my appointment to Thursday': straight to the question, where it is clear which visit is meant."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from agent.turn import OwnVisits
from agent.wanted.state import Stretch
from bot.dialogue.desk import Talk
from bot.dialogue.screens.cards import cannot_change
from bot.dialogue.screens.way import at_day, at_month
from bot.dialogue.use_cases.move_visit import begin_move
from bot.dialogue.use_cases.my_appointments import coming
from bot.dialogue.use_cases.standing import NotStanding
from bot.dialogue.views import mine, times
from bot.dialogue.views.screen import Screen
from bot.dialogue.where import Where
from contracts.appointments import Appointment, AppointmentStatus
from contracts.schedule import PartOfDay

NOON, EVENING = 12, 17


async def change_own_screen(talk: Talk, asked: OwnVisits) -> Screen | None:
    """The times to move to, or the question before cancelling; None if it is not clear which visit is meant.

    Raises ClinicClientError.
    """
    if asked.change is None:
        return None
    meant = [one for one in await coming(talk) if _is_meant(one, asked)]
    if len(meant) != 1:
        return None
    if asked.change == "cancel":
        return mine.cancel_sure(talk.texts, meant[0], talk.now)
    return await _move_to(talk, meant[0], asked.windows)


def _is_meant(visit: Appointment, asked: OwnVisits) -> bool:
    if asked.doctors and visit.doctor_id not in asked.doctors:
        return False
    if asked.specialties and not asked.doctors and visit.specialty not in asked.specialties:
        return False
    if asked.change == "move" or not asked.windows:
        return True
    zone = ZoneInfo(visit.time_zone)
    day = visit.start_time.astimezone(zone).date()
    return any(_first(one, zone) <= day <= _last(one, zone) for one in asked.windows)


async def _move_to(talk: Talk, visit: Appointment, windows: tuple[Stretch, ...]) -> Screen:
    zone = ZoneInfo(visit.time_zone)
    # A doctor who has called the visit off is not asked again: anybody of the specialty.
    called_off = visit.status is AppointmentStatus.NEEDS_REBOOKING
    at = Where(doctor_id=0 if called_off else visit.doctor_id, move=visit.id)
    for window in windows[:1]:
        first, last = _first(window, zone), _last(window, zone)
        if window.start is not None and first == last:
            return await at_day(talk, Where(at.specialty, at.doctor_id, 0, first, _part(window, zone), 0, at.move))
        if window.start is not None:
            return await at_month(talk, Where(at.specialty, at.doctor_id, 0, first.replace(day=1), None, 0, at.move))
    found = await begin_move(talk, visit.id)
    if isinstance(found, NotStanding):
        return await cannot_change(talk, found)
    return times.move_times(talk.texts, found, talk.now)


def _first(window: Stretch, zone: ZoneInfo) -> date:
    return date.min if window.start is None else _day(window.start, zone)


def _last(window: Stretch, zone: ZoneInfo) -> date:
    return date.max if window.end is None else _day(window.end, zone)


def _day(moment: date, zone: ZoneInfo) -> date:
    return moment.astimezone(zone).date() if isinstance(moment, datetime) else moment


def _part(window: Stretch, zone: ZoneInfo) -> PartOfDay | None:
    """The part of the day that holds the window; None if it goes over several."""
    if not isinstance(window.start, datetime) or not isinstance(window.end, datetime):
        return None
    start, end = window.start.astimezone(zone), window.end.astimezone(zone)
    if start.hour >= EVENING:
        return PartOfDay.EVENING
    if (end.hour, end.minute) <= (NOON, 0):
        return PartOfDay.MORNING
    return PartOfDay.AFTERNOON if start.hour >= NOON and (end.hour, end.minute) <= (EVENING, 0) else None
