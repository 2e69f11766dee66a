"""When a branch is open, for counting the hours in which somebody can decide.

A branch is open while any of its doctors usually works: the union of their weekly hours, less the branch's closures. A
doctor's day off closes nothing.
"""

from collections.abc import Iterator
from datetime import timedelta
from zoneinfo import ZoneInfo

from clinic.schedule.domain.clinic import Schedule
from clinic.schedule.engine.grid import Rules, Span, stretches
from clinic.schedule.engine.minutes import Minute, to_datetime


def opening_of(schedule: Schedule, branch_id: int) -> Rules:
    """The branch's opening hours as the rules of somebody who works all of them."""
    branch = schedule.branches[branch_id]
    working = (doctor for doctor in schedule.doctors.values() if doctor.branch_id == branch_id)
    weekly = {hours for doctor in working for hours in doctor.weekly_hours}
    return Rules(
        zone=ZoneInfo(branch.time_zone),
        slot_minutes=1,
        weekly_hours=tuple(sorted(weekly)),
        exceptions=(),
        closures=branch.closures,
    )


def open_spans(opening: Rules, begin: Minute, end: Minute) -> Iterator[Span]:
    """The pieces of [`begin`, `end`) in which the branch is open, ascending."""
    day, last = to_datetime(begin, opening.zone).date(), to_datetime(end, opening.zone).date()
    while day <= last:
        for opens, closes in stretches(opening, day):
            if max(opens, begin) < min(closes, end):
                yield max(opens, begin), min(closes, end)
        day += timedelta(days=1)


def open_minutes(opening: Rules, begin: Minute, end: Minute) -> int:
    """How many minutes of [`begin`, `end`) the branch is open."""
    return sum(closes - opens for opens, closes in open_spans(opening, begin, end))


def after_open_minutes(opening: Rules, begin: Minute, minutes: int, latest: Minute) -> Minute:
    """The first instant at which the branch has been open for `minutes` since `begin`; `latest` if that is sooner."""
    left = minutes
    for opens, closes in open_spans(opening, begin, latest):
        if closes - opens >= left:
            return opens + left
        left -= closes - opens
    return latest
