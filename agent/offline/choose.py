"""Which of the found slots to propose: few, and different enough to be a choice."""

from datetime import datetime, timedelta
from typing import Any

from understanding.dates import DateWish, Window

AT_MOST = 3
FAR_ENOUGH = timedelta(hours=1)
CLOSE_ONES = 6

FoundSlot = dict[str, Any]
"""A slot as the tools return it."""


def choose(
    slots: list[FoundSlot], *, soonest: bool = False, around: datetime | None = None, other_days: bool = False
) -> list[FoundSlot]:
    """At most three of `slots` (given soonest first), the best one first.

    The best is the soonest, or the closest to `around`; then come other doctors and other hours, and other days if
    `other_days`, by time. Who wants to come as soon as possible (`soonest`) gets the soonest three.
    """
    if soonest:
        return slots[:AT_MOST]
    if around is not None:
        slots = sorted(slots, key=lambda slot: abs(start_of(slot) - around))[:CLOSE_ONES]
    best, chosen = slots[:1], slots[:1]
    while len(chosen) < min(AT_MOST, len(slots)):
        rest = [slot for slot in slots if slot not in chosen]
        chosen = [
            *chosen,
            max(rest, key=lambda slot: _difference(slot, chosen, other_days)),
        ]  # the first of equally different ones
    return best + sorted(chosen[1:], key=start_of)


def start_of(slot: FoundSlot) -> datetime:
    return datetime.fromisoformat(slot["start"])


def _difference(slot: FoundSlot, chosen: list[FoundSlot], other_days: bool) -> int:
    far = all(abs(start_of(slot) - start_of(other)) >= FAR_ENOUGH for other in chosen)
    new_doctor = all(slot["doctor_id"] != other["doctor_id"] for other in chosen)
    new_day = other_days and all(start_of(slot).date() != start_of(other).date() for other in chosen)
    return far + new_doctor + new_day


def refused(slot: FoundSlot, wish: DateWish, now: datetime) -> bool:
    """Whether the patient has said that such a time does not suit."""
    start = start_of(slot)
    return any(_within(start, window, now) for window in wish.refused)


def _within(start: datetime, window: Window, now: datetime) -> bool:
    begins, ends = window.start or now, window.end
    after = start >= begins if isinstance(begins, datetime) else start.date() >= begins
    if not after or ends is None:
        return after
    return start < ends if isinstance(ends, datetime) else start.date() <= ends
