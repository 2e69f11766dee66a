"""Until when a manager decides, and when the managers are reminded."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from clinic.applications.domain.opening import after_open_minutes, open_minutes
from clinic.schedule.engine.grid import Rules
from clinic.schedule.engine.minutes import to_datetime, to_minute, to_minute_up


@dataclass(frozen=True, slots=True)
class Deadline:
    """Both aware; `remind_at` is not after `decide_by`."""

    decide_by: datetime
    remind_at: datetime


def deadline(opening: Rules, now: datetime, start: datetime, *, hours: int, margin: timedelta) -> Deadline:
    """After `hours` opening hours, and `margin` before the visit that begins at `start`, whichever is sooner.

    For a visit that is no further away than the margin: when half of the time is gone. The reminder comes when half of
    the opening time until the deadline has passed; with hardly any, after half of all time.
    """
    latest = start - margin if start - now > margin else now + (start - now) / 2
    begin, end = to_minute_up(now), to_minute(latest)
    reached = after_open_minutes(opening, begin, hours * 60, end)
    decide_by = latest if reached >= end else to_datetime(reached)
    open_left = open_minutes(opening, begin, to_minute(decide_by))
    half = after_open_minutes(opening, begin, open_left // 2, to_minute(decide_by))
    remind_at = to_datetime(half) if open_left > 1 else now + (decide_by - now) / 2
    return Deadline(decide_by, min(max(remind_at, now), decide_by))
