"""Stretches of wall time and their arithmetic: intersect, unite, subtract.

All moments carry the reference's zone, so comparing and adding is by the clock on the wall, as people mean it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo

from understanding.dates.wish import Window


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """From `start` up to, not including, `end`; `start` == `end` is a single moment."""

    start: datetime
    end: datetime

    @property
    def is_moment(self) -> bool:
        return self.start == self.end

    def meets(self, other: "Span") -> bool:
        """Whether they have a moment in common."""
        if self.is_moment or other.is_moment:
            return max(self.start, other.start) <= min(self.end, other.end) and not (
                (self.is_moment and self.start == other.end and not other.is_moment)
                or (other.is_moment and other.start == self.end and not self.is_moment)
            )
        return self.start < other.end and other.start < self.end


def midnight(day: date, zone: tzinfo | None) -> datetime:
    """The start of a day."""
    return datetime.combine(day, time(), zone)


def forever(zone: tzinfo | None) -> datetime:
    """The end of what is open-ended."""
    return datetime.combine(date.max, time(), zone)


def of_minutes(day: date, minutes: tuple[int, int], zone: tzinfo | None) -> Span:
    """Minutes of a day, [from, to); 1440 is the day's end."""
    start, end = (midnight(day, zone) + timedelta(minutes=m) for m in minutes)
    return Span(start, end)


def unite(spans: Iterable[Span]) -> list[Span]:
    """Sorted, with those that touch made one; a moment inside or beside another span goes into it."""
    united: list[Span] = []
    for span in sorted(spans):
        if united and span.start <= united[-1].end and (united[-1].meets(span) or not span.is_moment):
            united[-1] = Span(united[-1].start, max(united[-1].end, span.end))
        else:
            united.append(span)
    return united


def subtract(spans: Iterable[Span], refused: Iterable[Span]) -> list[Span]:
    """What is left of the spans."""
    left = list(spans)
    for no in refused:
        left = [piece for span in left for piece in _without(span, no)]
    return left


def _without(span: Span, no: Span) -> list[Span]:
    if not span.meets(no) or (no.is_moment and not span.is_moment):
        return [span]
    before, after = Span(span.start, no.start), Span(no.end, span.end)
    return [piece for piece in (before, after) if piece.start < piece.end]


def intersect(spans: Iterable[Span], others: Iterable[Span]) -> list[Span]:
    """What they have in common."""
    others = list(others)
    return [
        Span(max(span.start, other.start), min(span.end, other.end))
        for span in spans
        for other in others
        if span.meets(other)
    ]


def to_window(span: Span) -> Window:
    """The span as a window: whole days as dates, and an open end as None."""
    if span.is_moment:
        return Window(span.start, span.end)
    start: date | datetime = span.start.date() if span.start.time() == time() else span.start
    if span.end == forever(span.end.tzinfo):
        return Window(start, None)
    end = span.end.date() - timedelta(days=1) if span.end.time() == time() else span.end
    return Window(start, end)
