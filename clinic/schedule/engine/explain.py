"""Why a doctor has nothing, or nothing earlier: codes that a bot or a manager can put into words."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from clinic.schedule.domain.rules import DAY, ExceptionKind
from clinic.schedule.engine.free import Desk, Wish, bookable, upcoming
from clinic.schedule.engine.grid import WHOLE_DAY, Rules, Span, working_hours
from clinic.schedule.engine.local_day import local_day
from clinic.schedule.engine.minutes import Minute, to_datetime


class Why(StrEnum):
    DOCTOR_FULL = "doctor_full"
    DOCTOR_AWAY = "doctor_away"
    NOT_WORKING = "not_working"
    BRANCH_CLOSED = "branch_closed"
    LEAD_TIME = "lead_time"
    BEYOND_HORIZON = "beyond_horizon"
    PART_OF_DAY = "part_of_day"
    IN_THE_PAST = "in_the_past"


@dataclass(frozen=True, slots=True)
class Obstacle:
    why: Why
    until: Minute | None
    """The doctor's first free start after it, if there is one inside the horizon."""


def obstacles(desk: Desk, rules: Rules, wish: Wish, now: Minute) -> list[Obstacle]:
    """What stands between the wish's begin and the doctor's first free start; nothing if that start is at once.

    Nights and days off that end within 24 hours are no obstacle unless the whole wish lies inside them.
    """
    if wish.end <= now:
        return [Obstacle(Why.IN_THE_PAST, None)]
    doctor = desk.doctor
    horizon = now + doctor.horizon_days * DAY
    open_ended = Wish(wish.begin, horizon, wish.duration, wish.part)
    first_free = next(upcoming(desk, open_ended, now), None)
    if first_free is not None and wish.begin >= first_free:
        return []
    if wish.begin >= horizon:
        return [Obstacle(Why.BEYOND_HORIZON, None)]
    found = _lost_time(desk, rules, wish, now, min(first_free or horizon, wish.end, horizon))
    if first_free is None and wish.end > horizon and not found and _ever_works(desk, wish, now):
        found = [Why.BEYOND_HORIZON]
    if not found and (first_free is None or first_free >= wish.end or first_free - wish.begin > DAY):
        found = [Why.NOT_WORKING]
    return [Obstacle(why, first_free) for why in found]


def _lost_time(desk: Desk, rules: Rules, wish: Wish, now: Minute, stop: Minute) -> list[Why]:
    """What took the working time between the wish's begin and `stop`."""
    doctor, length = desk.doctor, wish.length(desk.doctor)
    earliest, _ = bookable(doctor, wish, now)
    fit = desk.grid.fit(length, wish.part).starts
    anytime = desk.grid.fit(length, WHOLE_DAY).starts
    found = []
    if earliest > max(wish.begin, now) and _any_between(fit, max(wish.begin, now), min(earliest, stop)):
        found.append(Why.LEAD_TIME)
    if _any_between(fit, earliest, stop):
        found.append(Why.DOCTOR_FULL)
    elif _any_between(anytime, earliest, stop):
        found.append(Why.PART_OF_DAY)
    return found + _away(rules, max(wish.begin, now), stop)


def _ever_works(desk: Desk, wish: Wish, now: Minute) -> bool:
    """Whether such a visit fits the doctor's hours at all before the horizon."""
    fit = desk.grid.fit(wish.length(desk.doctor), wish.part).starts
    return _any_between(fit, now, now + desk.doctor.horizon_days * DAY)


def _away(rules: Rules, begin: Minute, stop: Minute) -> list[Why]:
    """Closures and time off that take working time between two instants."""
    day, last = to_datetime(begin, rules.zone).date(), to_datetime(max(begin, stop - 1), rules.zone).date()
    found: list[Why] = []
    while day <= last and len(found) < 2:
        working = working_hours(rules, day)
        if working:
            found += [why for why in _away_on(rules, day, working, begin, stop) if why not in found]
        day += timedelta(days=1)
    return found


def _away_on(rules: Rules, day: date, working: list[Span], begin: Minute, stop: Minute) -> list[Why]:
    local = local_day(rules.zone, day)
    shut = [(c.start, c.end) for c in rules.closures if c.covers(day)]
    off = [(e.start, e.end) for e in rules.exceptions if e.kind is ExceptionKind.TIME_OFF and e.covers(day)]

    def takes(away: list[Span]) -> bool:
        lost = [(max(a, c), min(b, d)) for a, b in away for c, d in working if a < d and c < b]
        return any(local.opens(a) < stop and begin < local.closes(b) for a, b in lost)

    return [Why.BRANCH_CLOSED] * takes(shut) + [Why.DOCTOR_AWAY] * takes(off)


def _any_between(starts: array[int], begin: Minute, end: Minute) -> bool:
    position = bisect_left(starts, begin)
    return position < len(starts) and starts[position] < end
