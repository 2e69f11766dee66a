"""The grid: every start that a doctor's hours allow, before anything is booked.

Hours and exceptions are wall-clock rules; the grid holds instants. A visit lies inside one unbroken stretch of working
time; buffers keep visits apart but may reach beyond the hours.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

from clinic.schedule.domain.rules import DAY, Closure, ExceptionKind, ScheduleException, WeeklyHours
from clinic.schedule.engine.local_day import LocalDay, local_day
from clinic.schedule.engine.minutes import Minute

Span = tuple[int, int]
WHOLE_DAY: Span = (0, DAY)


@dataclass(frozen=True, slots=True)
class Rules:
    """What makes a grid. Doctors with equal rules share one."""

    zone: ZoneInfo
    slot_minutes: int
    weekly_hours: tuple[WeeklyHours, ...]
    exceptions: tuple[ScheduleException, ...]
    closures: tuple[Closure, ...]


@dataclass(frozen=True, slots=True)
class Fit:
    """The starts at which a visit of one length fits, ascending, and the least distance between two of them."""

    starts: array[int]
    least_step: int


@dataclass(frozen=True, slots=True, eq=False)
class Grid:
    """Columns of equal length: the starts, the minutes of working time left from each, their wall-clock minute."""

    starts: array[int]
    room: array[int]
    walls: array[int]
    _fits: dict[tuple[int, Span], Fit] = field(default_factory=dict)

    def fit(self, duration: int, part: Span = WHOLE_DAY) -> Fit:
        """Where a visit of `duration` minutes fits that starts in `part` of the local day; kept for the next call."""
        known = self._fits.get((duration, part))
        if known is None:
            starts = array("q", (s for s, r, w in self._rows() if r >= duration and part[0] <= w < part[1]))
            known = Fit(starts, min((b - a for a, b in pairwise(starts)), default=DAY))
            if len(self._fits) < 64:  # staff may ask for any length: the common ones are kept, not all
                self._fits[duration, part] = known
        return known

    def _rows(self) -> Iterable[tuple[int, int, int]]:
        return zip(self.starts, self.room, self.walls, strict=True)


def build(rules: Rules, first_day: date, days: int) -> Grid:
    """The grid of `days` local days from `first_day` on."""
    grid = Grid(array("q"), array("q"), array("q"))
    for number in range(days):
        day = first_day + timedelta(days=number)
        hours = working_hours(rules, day)
        if hours:
            _add_day(grid, local_day(rules.zone, day), hours, time_away(rules, day), rules.slot_minutes)
    return grid


def stretches(rules: Rules, day: date) -> list[Span]:
    """The unbroken stretches of working time of a local day, as instants (begin, end), ascending."""
    local = local_day(rules.zone, day)
    away = _instants(local, time_away(rules, day))
    return [piece for span in _instants(local, working_hours(rules, day)) for piece in _without(span, away)]


def working_hours(rules: Rules, day: date) -> list[Span]:
    """Weekly and extra hours of a day in wall-clock minutes, merged; before time off and closures."""
    weekday = day.weekday()
    spans = [(h.start, h.end) for h in rules.weekly_hours if h.weekday == weekday]
    spans += [(e.start, e.end) for e in rules.exceptions if e.kind is ExceptionKind.EXTRA_HOURS and e.covers(day)]
    return _merged(spans)


def time_away(rules: Rules, day: date) -> list[Span]:
    """Time off and closures of a day in wall-clock minutes, merged."""
    spans = [(e.start, e.end) for e in rules.exceptions if e.kind is ExceptionKind.TIME_OFF and e.covers(day)]
    spans += [(c.start, c.end) for c in rules.closures if c.covers(day)]
    return _merged(spans)


def _add_day(grid: Grid, local: LocalDay, hours: list[Span], away: list[Span], step: int) -> None:
    away_instants = _instants(local, away)
    for begin, end in hours:
        pieces = _without((local.opens(begin), local.closes(end)), away_instants)
        for wall in range(begin, end, step):
            start = local.at(wall)
            room = next((b - start for a, b in pieces if a <= start < b), 0) if start is not None else 0
            if start is not None and room:
                grid.starts.append(start)
                grid.room.append(room)
                grid.walls.append(wall)


def _instants(local: LocalDay, spans: list[Span]) -> list[tuple[Minute, Minute]]:
    return [(local.opens(begin), local.closes(end)) for begin, end in spans]


def _merged(spans: list[Span]) -> list[Span]:
    merged: list[Span] = []
    for begin, end in sorted(spans):
        if merged and begin <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((begin, end))
    return merged


def _without(span: Span, holes: list[Span]) -> list[Span]:
    pieces, (begin, end) = [], span
    for hole_begin, hole_end in holes:
        if begin < hole_begin:
            pieces.append((begin, min(end, hole_begin)))
        begin = max(begin, hole_end)
    if begin < end:
        pieces.append((begin, end))
    return [(a, b) for a, b in pieces if a < b]
