"""A month of the calendar: which of its days have free time, and which months come before and after."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from bot.dialogue.desk import Talk
from bot.dialogue.use_cases.search import free_after, free_days
from bot.dialogue.use_cases.wish import Wish
from contracts.schedule import Reason, Slot

WINDOW = timedelta(days=62)
"""As far as one answer of the clinic reaches."""


@dataclass(frozen=True, slots=True)
class Month:
    first: date
    free: dict[date, int]
    """How many slots on which day; days without any are left out."""
    earlier: date | None
    """The first of the month to go back to; None: that would be the past."""
    later: date | None
    """The first of the next month that has free time, however far; None: there is none."""


@dataclass(frozen=True, slots=True)
class NoTime:
    """Nothing is free, and why."""

    reasons: tuple[Reason, ...]


async def month_of(talk: Talk, wish: Wish) -> Month | NoTime:
    """The month of the wish's day, else the first one that has free time. Raises ClinicClientError."""
    this = first_of(wish.today(talk.now))
    asked = wish.where.day
    first = max(this, first_of(asked)) if asked is not None else this
    known = await free_days(talk, wish, _start(first, this))
    if asked is None and not any(first_of(one.date) == first for one in known):
        found = known[0].date if known else None
        if found is None:
            nearest = await free_after(talk, wish, wish.today(talk.now) + WINDOW, 1)
            if not nearest.slots:
                return NoTime((await free_after(talk, wish, None, 1)).reasons)
            found = _local_day(nearest.slots[0])
        first = first_of(found)
        known = await free_days(talk, wish, _start(first, this))
    days = {one.date: one.slots for one in known}
    later = min((day for day in days if day > _last_of(first)), default=None)
    if later is None:
        beyond = await free_after(talk, wish, max(first, wish.today(talk.now)) + WINDOW, 1)
        later = _local_day(beyond.slots[0]) if beyond.slots else None
    return Month(
        first=first,
        free={day: count for day, count in days.items() if first <= day <= _last_of(first)},
        earlier=first_of(first - timedelta(days=1)) if first > this else None,
        later=first_of(later) if later is not None else None,
    )


def first_of(day: date) -> date:
    return day.replace(day=1)


def _last_of(first: date) -> date:
    return first.replace(day=monthrange(first.year, first.month)[1])


def _start(first: date, this: date) -> date | None:
    return first if first > this else None


def _local_day(slot: Slot) -> date:
    return slot.start_time.astimezone(ZoneInfo(slot.time_zone)).date()
