"""Which time of a doctor a block closes, as wall-clock rules of the branch's local days. No I/O."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from clinic.schedule.domain.rules import DAY

A_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Closed:
    """On each day from `first_day` to `last_day` inclusive, between `start` and `end` minutes of the local day."""

    first_day: date
    last_day: date
    start: int
    end: int


def closed_days(begin: datetime, end: datetime, zone: ZoneInfo) -> tuple[Closed, ...]:
    """Rules that close at least [begin, end), rounded to whole minutes outwards.

    Where the clocks go back, a wall time stands for both of its occurrences, so that an hour more may be closed.
    """
    first, last = begin.astimezone(zone), end.astimezone(zone)
    start = first.hour * 60 + first.minute
    until = last.hour * 60 + last.minute + (1 if last.second or last.microsecond else 0)
    if first.date() == last.date() and start < until:
        return (Closed(first.date(), last.date(), start, until),)
    if first.date() == last.date():  # the clocks go back meanwhile
        return (Closed(first.date(), last.date(), until, max(start, until + 1)),)
    rules = [Closed(first.date(), first.date(), start, DAY)]
    if first.date() + A_DAY < last.date():
        rules.append(Closed(first.date() + A_DAY, last.date() - A_DAY, 0, DAY))
    if until:
        rules.append(Closed(last.date(), last.date(), 0, until))
    return tuple(rules)


def widened(
    begin: datetime, end: datetime, hit: Iterable[Mapping[Any, Any]], before: timedelta, after: timedelta
) -> tuple[datetime, datetime]:
    """What has to be closed so that nobody can be booked over a visit that the block hits: it may be given back.

    `before` and `after` are the buffers that the doctor keeps around a visit.
    """
    for visit in hit:
        begin = min(begin, visit["blocked"].lower - after)
        end = max(end, visit["blocked"].upper + before)
    return begin, end
