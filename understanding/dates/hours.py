"""Hours of the day: from what was said to minutes since midnight."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from understanding.dates.atoms import HourAtom, Hours, Part
from understanding.dates.rules.parts_of_day import MINUTES, REFUSED_MINUTES
from understanding.dates.tokens import Clock

_DAY = 24 * 60
_AROUND = 30
_MORNING_PARTS = frozenset({"morning", "early", "before_work", "before_lunch", "late_morning", "first_half"})
_EVENING_PARTS = frozenset({"evening", "late_evening", "early_evening", "night", "after_work", "after_work_english"})

Minutes = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Linked:
    """An hour atom and whether it is an alternative to the one before ('or')."""

    atom: HourAtom
    alternative: bool


def hour_minutes(hours: Sequence[Linked], *, refused: bool = False) -> list[Minutes]:
    """Minutes of the day: neighbours that overlap narrow each other, alternatives and strangers are united.

    `refused`: parts of the day reach as far as they may.
    """
    names = {one.atom.name for one in hours if isinstance(one.atom, Part)}
    narrowed = any(isinstance(one.atom, Hours) and one.atom.relation in ("after", "before") for one in hours)
    result: list[Minutes] = []
    for one in hours:
        minutes = _minutes(one.atom, names, REFUSED_MINUTES if refused or narrowed else MINUTES)
        last = result[-1] if result else None
        if last and not one.alternative and (both := _both(last, minutes)):
            result[-1] = both
        elif (
            last
            and not one.alternative
            and isinstance(one.atom, Hours)
            and last[0] < last[1]
            and minutes[0] == minutes[1]
        ):
            result[-1] = minutes  # 'after school, say 4': the hour tells what was meant
        else:
            result.append(minutes)
    return result


def _both(one: Minutes, other: Minutes) -> Minutes | None:
    start, end = max(one[0], other[0]), min(one[1], other[1])
    moment = one[0] == one[1] or other[0] == other[1]
    return (start, end) if start < end or (moment and start == end) else None


def _minutes(atom: Hours | Part, names: set[str], parts: Mapping[str, Minutes]) -> Minutes:
    if isinstance(atom, Part):
        return parts.get(atom.name, (0, _DAY))
    start = minute_of(atom.start, names)
    match atom.relation:
        case "at":
            return start, start
        case "around":
            return max(start - _AROUND, 0), min(start + _AROUND, _DAY)
        case "after":
            return start, _DAY
        case "before":
            return 0, start or _DAY
    return _between(atom, start, names)


def _between(atom: Hours, start: int, names: set[str]) -> Minutes:
    stop = atom.end or atom.start
    end = minute_of(stop, names)
    if end <= start and end < _DAY // 2:
        end += _DAY // 2
    if end <= start and not atom.start.fixed and start >= _DAY // 2 and atom.start.hour < 12:
        start -= _DAY // 2  # 'from 7 to 10' is a morning
    late = start + _DAY // 2
    if stop.said and not atom.start.fixed and start < _DAY // 2 and late < end:
        start = late  # 'from 8 to 10 p.m.'
    return (start, end) if start < end else (start, _DAY)


def minute_of(clock: Clock, names: set[str]) -> int:
    """The minute of the day; a bare hour from one to seven is p.m. at a clinic, unless morning is said."""
    hour = clock.hour
    if not clock.fixed and hour < 12:
        if names & _MORNING_PARTS and hour > 5:
            pass
        elif hour <= 7 or names & _EVENING_PARTS:
            hour += 12 if hour else 0
    return hour * 60 + clock.minute
