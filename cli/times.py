"""Times as people write them into settings. Each raises ValueError with what is needed instead."""

import re
from datetime import time, timedelta

NONE = "none"
LONGEST = timedelta(days=14)
MOST_QUIET = timedelta(hours=20)


def lead_times(written: str) -> tuple[timedelta, ...]:
    """``24h, 90m``; ``none`` for none."""
    if written.strip().lower() == NONE:
        return ()
    found = [_lead_time(word.strip().lower()) for word in written.split(",")]
    if any(one is None for one in found):
        raise ValueError("hours or minutes up to 14 days are needed, such as 24h,2h or 90m; none for no reminders")
    return tuple(one for one in found if one is not None)


def written(value: tuple[timedelta, ...] | tuple[time, time] | time | None) -> str:
    """What these functions read as `value`."""
    if isinstance(value, time):
        return f"{value:%H:%M}"
    minutes = [int(one.total_seconds()) // 60 for one in value or () if isinstance(one, timedelta)]
    if minutes:
        return ",".join(f"{one}m" for one in minutes)
    return "-".join(f"{one:%H:%M}" for one in value or () if isinstance(one, time)) or NONE


def _lead_time(word: str) -> timedelta | None:
    if not re.fullmatch(r"[1-9][0-9]{0,4}[hm]", word):
        return None
    ahead = timedelta(hours=int(word[:-1])) if word.endswith("h") else timedelta(minutes=int(word[:-1]))
    return ahead if ahead <= LONGEST else None


def part_of_day(written: str) -> tuple[time, time] | None:
    """``21:00-08:00``; ``none`` for none."""
    if written.strip().lower() == NONE:
        return None
    begin, dash, end = written.partition("-")
    if not dash:
        raise ValueError("two times are needed, such as 21:00-08:00; none for never")
    first, last = time_of_day(begin), time_of_day(end)
    minutes = (last.hour * 60 + last.minute - first.hour * 60 - first.minute) % 1440
    if not 0 < minutes <= MOST_QUIET.total_seconds() // 60:
        raise ValueError("at most 20 hours, such as 21:00-08:00; none for never")
    return first, last


def time_of_day(written: str) -> time:
    """``19:30``."""
    found = re.fullmatch(r"([01]?[0-9]|2[0-3]):([0-5][0-9])", written.strip())
    if found is None:
        raise ValueError("a time of day is needed, such as 19:30")
    return time(int(found[1]), int(found[2]))
