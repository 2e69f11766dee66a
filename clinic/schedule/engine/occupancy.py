"""What is taken: the blocked ranges (visit and buffers) of one doctor's holds and appointments."""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from dataclasses import dataclass

from clinic.schedule.engine.minutes import Minute


@dataclass(frozen=True, slots=True)
class Busy:
    """Columns of equal length, ascending and never overlapping: the database's constraint sees to that."""

    begins: array[int]
    ends: array[int]


def busy(ranges: Iterable[tuple[Minute, Minute]] = ()) -> Busy:
    """From (begin, end) in any order."""
    ordered = sorted(ranges)
    return Busy(array("q", (begin for begin, _ in ordered)), array("q", (end for _, end in ordered)))


NOTHING = busy()
