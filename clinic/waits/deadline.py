"""Until when somebody may answer, and when they are asked. No I/O."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from clinic.platform.settings import WaitSettings
from clinic.schedule.engine.local_day import local_day
from clinic.schedule.engine.minutes import to_datetime

LEAST = timedelta(minutes=5)
"""Less is no time to answer in: nobody is asked."""


@dataclass(frozen=True, slots=True)
class Asking:
    tell_at: datetime
    answer_by: datetime
    """A whole minute: it is shown to people."""


def asking(now: datetime, start: datetime, zone: ZoneInfo, settings: WaitSettings) -> Asking | None:
    """When to ask about a visit that begins at `start`; None if that is too near.

    Nobody is woken: at night the question waits for the morning, and the time to answer begins then. It is the set
    number of minutes, and at most half of what is left until the visit: the next in line wants to come, too.
    """
    tell_at = after_quiet(now, zone, settings.quiet_minutes)
    time_to_answer = min(timedelta(minutes=settings.offer_minutes), (start - tell_at) / 2)
    answer_by = (tell_at + time_to_answer).replace(second=0, microsecond=0)
    return Asking(tell_at, answer_by) if answer_by - tell_at >= LEAST else None


def after_quiet(now: datetime, zone: ZoneInfo, quiet: tuple[int, int]) -> datetime:
    """`now`, or when the quiet time that it lies in is over; UTC."""
    begin, end = quiet
    local = now.astimezone(zone)
    minute = local.hour * 60 + local.minute
    day = local.date()
    if begin <= end:
        inside = begin <= minute < end
    else:
        inside = minute >= begin or minute < end
        if minute >= begin:
            day += timedelta(days=1)
    return to_datetime(local_day(zone, day).opens(end)) if inside else now.astimezone(UTC)
