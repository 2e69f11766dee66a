"""Which of the found slots to propose: few, and different enough to be a choice."""

from datetime import datetime, timedelta
from typing import Any

from understanding.dates import DateWish, Window

AT_MOST = 3
FAR_ENOUGH = timedelta(hours=1)

FoundSlot = dict[str, Any]
"""A slot as the tools return it."""


def choose(slots: list[FoundSlot], wish: DateWish) -> list[FoundSlot]:
    """At most three of `slots` (soonest first), soonest first: the soonest, then other doctors and other hours.

    Who wants to come as soon as possible gets the soonest three.
    """
    if wish.asap:
        return slots[:AT_MOST]
    chosen = slots[:1]
    while len(chosen) < min(AT_MOST, len(slots)):
        rest = [slot for slot in slots if slot not in chosen]
        chosen.append(max(rest, key=lambda slot: _difference(slot, chosen)))  # the soonest of equally different ones
    return sorted(chosen, key=start_of)


def start_of(slot: FoundSlot) -> datetime:
    return datetime.fromisoformat(slot["start"])


def _difference(slot: FoundSlot, chosen: list[FoundSlot]) -> int:
    far = all(abs(start_of(slot) - start_of(other)) >= FAR_ENOUGH for other in chosen)
    new_doctor = all(slot["doctor_id"] != other["doctor_id"] for other in chosen)
    return far + new_doctor


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
