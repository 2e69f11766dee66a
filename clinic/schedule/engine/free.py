"""Free slots: the starts on a doctor's grid whose visit and buffers meet nothing that is taken.

Slots of one doctor in one answer never overlap: where a visit is longer than the grid's step, the earliest free start
is taken and the next one is sought behind it.

`free_starts` marks what is taken in a byte string over the grid and reads the rest at C speed, for whole calendars;
`upcoming` walks lazily, for the first few. Both give the same starts in the same order.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from heapq import merge
from itertools import compress, islice

from clinic.schedule.domain.clinic import Doctor
from clinic.schedule.domain.rules import DAY
from clinic.schedule.engine.grid import WHOLE_DAY, Grid, Span
from clinic.schedule.engine.minutes import Minute
from clinic.schedule.engine.occupancy import Busy


@dataclass(frozen=True, slots=True)
class Desk:
    """One doctor as the engine sees them."""

    doctor: Doctor
    grid: Grid
    busy: Busy


@dataclass(frozen=True, slots=True)
class Wish:
    """Visits that start in [`begin`, `end`), last `duration` minutes (None: the doctor's slot length), in `part`."""

    begin: Minute
    end: Minute
    duration: int | None = None
    part: Span = WHOLE_DAY

    def length(self, doctor: Doctor) -> int:
        return self.duration or doctor.slot_minutes


def bookable(doctor: Doctor, wish: Wish, now: Minute) -> Span:
    """The wish's starts narrowed to the doctor's lead time and horizon; a visit that begins this minute has begun."""
    return max(wish.begin, now + max(1, doctor.lead_minutes)), min(wish.end, now + doctor.horizon_days * DAY)


def free_starts(desk: Desk, wish: Wish, now: Minute) -> list[Minute]:
    """All free starts of one doctor, ascending."""
    doctor, length = desk.doctor, wish.length(desk.doctor)
    fit = desk.grid.fit(length, wish.part)
    first, last = bookable(doctor, wish, now)
    low, high = bisect_left(fit.starts, first), bisect_left(fit.starts, last)
    starts = fit.starts[low:high]
    reach, pause = length + doctor.buffer_after, doctor.buffer_before
    taken = desk.busy
    begin = bisect_right(taken.ends, first - pause)
    end = bisect_left(taken.begins, last + reach)
    if begin < end:
        open_ = bytearray(b"\x01") * len(starts)
        i = j = 0
        for b, e in zip(taken.begins[begin:end], taken.ends[begin:end], strict=True):
            i = bisect_right(starts, b - reach, i)
            j = bisect_left(starts, e + pause, i)
            open_[i:j] = bytes(j - i)
        free = list(compress(starts, open_))
    else:
        free = starts.tolist()
    apart = reach + pause
    return free if fit.least_step >= apart else _thinned(free, apart)


def upcoming(desk: Desk, wish: Wish, now: Minute) -> Iterator[Minute]:
    """The free starts of one doctor, one at a time: the first costs a few steps, however long the calendar is."""
    doctor, length = desk.doctor, wish.length(desk.doctor)
    starts = desk.grid.fit(length, wish.part).starts
    first, last = bookable(doctor, wish, now)
    reach, pause = length + doctor.buffer_after, doctor.buffer_before
    begins, ends = desk.busy.begins, desk.busy.ends
    i, count, visits = bisect_left(starts, first), len(starts), len(begins)
    j = bisect_right(ends, first - pause)
    while i < count and (start := starts[i]) < last:
        while j < visits and ends[j] + pause <= start:
            j += 1
        if j < visits and begins[j] < start + reach:
            i = bisect_left(starts, ends[j] + pause, i + 1)
        else:
            yield start
            i = bisect_left(starts, start + reach + pause, i + 1)


def soonest(asked: Iterable[tuple[Desk, Wish]], now: Minute, limit: int) -> list[tuple[Minute, Doctor]]:
    """The first `limit` free slots of all the doctors, soonest first; doctors of equal times in their given order."""
    lines = (_line(number, desk, wish, now) for number, (desk, wish) in enumerate(asked))
    return [(start, doctor) for start, _, doctor in islice(merge(*lines, key=_when), limit)]


def _line(number: int, desk: Desk, wish: Wish, now: Minute) -> Iterator[tuple[Minute, int, Doctor]]:
    return ((start, number, desk.doctor) for start in upcoming(desk, wish, now))


def _when(slot: tuple[Minute, int, Doctor]) -> tuple[Minute, int]:
    return slot[0], slot[1]


def _thinned(starts: Sequence[Minute], apart: int) -> list[Minute]:
    kept: list[Minute] = []
    for start in starts:
        if not kept or start >= kept[-1] + apart:
            kept.append(start)
    return kept
