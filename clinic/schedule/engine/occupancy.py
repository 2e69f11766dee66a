"""What is taken: the blocked ranges (visit and buffers) of one doctor's holds and appointments."""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from dataclasses import dataclass

from clinic.schedule.engine.minutes import Minute


@dataclass(frozen=True, slots=True)
class Busy:
    """Columns of equal length, ascending; between two ranges there is always free time."""

    begins: array[int]
    ends: array[int]


def busy(ranges: Iterable[tuple[Minute, Minute]] = ()) -> Busy:
    """From (begin, end) in any order. What touches becomes one range: a full day is one step of a search."""
    begins, ends = array("q"), array("q")
    for begin, end in sorted(ranges):
        if ends and begin <= ends[-1]:
            ends[-1] = max(end, ends[-1])
        else:
            begins.append(begin)
            ends.append(end)
    return Busy(begins, ends)
