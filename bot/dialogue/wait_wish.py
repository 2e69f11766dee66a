"""What somebody may wait for, concluded from the visit that is wanted and from what is free. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

from agent.wanted.state import Wanted
from agent.wanted.times import effective, hours_of, spans, stretches, when_of
from contracts.schedule import Slot
from understanding.dates.spans import Span, forever

DAY = 1440
ANY_HOUR = (0, DAY)
SOON = timedelta(days=2)
"""Whoever names no time and can come so soon needs no wait-list."""
AT_A_STRETCH = timedelta(days=14)
"""Wished days that lie further apart are not waited for together."""
MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class WaitWish:
    """As `contracts.waits.NewWait`, without who visits; 0 and the empty text stand for 'any'."""

    specialty: str = ""
    doctor_id: int = 0
    branch_id: int = 0
    first_day: date | None = None
    """None: today."""
    last_day: date | None = None
    """Inclusive; None: as far as the wait-list reaches."""
    hours: tuple[int, int] = ANY_HOUR
    """Minutes of the branch's day, within which the visit starts."""


def wait_wish(wanted: Wanted, free: Sequence[Slot], now: datetime) -> WaitWish | None:
    """What to wait for; None if it is not known with whom, or if what is `free` (soonest first) does as well.

    `now` is in the clinic's zone. Without a wished time it is the days before the first that is free.
    """
    specialty = wanted.specialties[0] if wanted.specialties else ""
    doctor_id = wanted.doctors[0] if len(wanted.doctors) == 1 else 0
    if not doctor_id and not specialty:
        return None
    wish = WaitWish("" if doctor_id else specialty, doctor_id, wanted.branch or 0)
    wished = [span for span in spans(stretches(effective(when_of(wanted), now)), now) if span.end > now]
    return _in_time(wish, wished, free) if wished else _sooner(wish, free, now)


def _in_time(wish: WaitWish, wished: Sequence[Span], free: Sequence[Slot]) -> WaitWish | None:
    """The wished time, unless something in it is free."""
    if any(span.meets(Span(slot.start_time, slot.start_time)) for span in wished for slot in free):
        return None
    together = _together(wished)
    begin, end = hours_of(together) or ANY_HOUR
    first, last = together[0].start.date(), _last_day(together[-1])
    return replace(wish, first_day=first, last_day=last, hours=(begin, max(end, begin + 1)))


def _sooner(wish: WaitWish, free: Sequence[Slot], now: datetime) -> WaitWish | None:
    """The days before the first that is free; as far as the wait-list reaches, if none is."""
    if not free:
        return wish
    nearest = free[0].start_time.astimezone(ZoneInfo(free[0].time_zone)).date()
    if nearest - now.date() < SOON:
        return None
    return replace(wish, first_day=now.date(), last_day=nearest - timedelta(days=1))


def _together(wished: Sequence[Span]) -> Sequence[Span]:
    """Stretches that one wish can name: the same hours of some days, or whole days in a row. Else the first."""
    unbroken = all(one.end == after.start for one, after in pairwise(wished))
    alike = unbroken or hours_of(wished) is not None
    near = wished[-1].start - wished[0].start <= AT_A_STRETCH
    return wished if alike and near else wished[:1]


def _last_day(span: Span) -> date | None:
    if span.end >= forever(span.end.tzinfo):
        return None
    return span.start.date() if span.is_moment else (span.end - MINUTE).date()
