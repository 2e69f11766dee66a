"""What is taken: the blocked ranges (visit and buffers) of one doctor's holds and appointments."""

from array import array
from collections.abc import Iterable
from dataclasses import dataclass

from clinic.schedule.engine.minutes import Minute

NEVER: Minute = 2**60


@dataclass(frozen=True, slots=True)
class Busy:
    """Columns of equal length, ascending and never overlapping: the database's constraint sees to that.

    `expires` is the minute from which a hold no longer blocks, NEVER for appointments.
    """

    begins: array[int]
    ends: array[int]
    expires: array[int]


def busy(rows: Iterable[tuple[Minute, Minute, Minute]] = ()) -> Busy:
    """From (begin, end, expires) in any order."""
    ordered = sorted(rows)
    begins, ends, expires = (array("q", (row[column] for row in ordered)) for column in range(3))
    return Busy(begins, ends, expires)


NOTHING = busy()
