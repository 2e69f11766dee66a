"""When a doctor sees somebody of a visitor's age."""

from dataclasses import replace
from datetime import date
from zoneinfo import ZoneInfo

from clinic.schedule.domain.clinic import Doctor
from clinic.schedule.domain.rules import DAY
from clinic.schedule.domain.visitor import Visitor
from clinic.schedule.engine.free import Wish
from clinic.schedule.engine.local_day import local_day
from clinic.schedule.engine.minutes import Minute

NEVER: Minute = 2**40


def seen(wish: Wish, doctor: Doctor, visitor: Visitor, zone: ZoneInfo, now: Minute) -> Wish | None:
    """The wish without the days on which the doctor does not see the visitor; None if none is left to book.

    Somebody who comes of age between two visits is a child at the first and none at the second.
    """
    if (doctor.sees_adults and doctor.sees_children) or wish.begin >= wish.end:
        return wish
    grown = _comes_of_age(visitor, zone)
    begin = wish.begin if doctor.sees_children else max(wish.begin, grown)
    end = wish.end if doctor.sees_adults else min(wish.end, grown)
    too_late = begin > wish.begin and begin >= now + doctor.horizon_days * DAY
    return None if begin >= end or too_late else replace(wish, begin=begin, end=end)


def _comes_of_age(visitor: Visitor, zone: ZoneInfo) -> Minute:
    day = visitor.adult_from
    if day in (date.min, date.max):
        return 0 if day == date.min else NEVER
    return local_day(zone, day).opens(0)
