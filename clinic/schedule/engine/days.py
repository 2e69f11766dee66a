"""Free starts counted by local day, for a calendar: no slot is built for it."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from clinic.schedule.engine.local_day import local_day
from clinic.schedule.engine.minutes import Minute


def day_edges(zone: ZoneInfo, first: date, days: int) -> list[Minute]:
    """The beginnings of `days` local days from `first` on, and of the day after."""
    return [local_day(zone, first + timedelta(days=number)).opens(0) for number in range(days + 1)]


def counted(starts: Sequence[Minute], edges: Sequence[Minute]) -> Iterator[tuple[int, int]]:
    """(number of the day, starts on it) for each day that has any; ascending starts within the edges."""
    position = 0
    while position < len(starts):
        day = bisect_right(edges, starts[position]) - 1
        following = bisect_left(starts, edges[day + 1], position + 1)
        yield day, following - position
        position = following
