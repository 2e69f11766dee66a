"""The life of an appointment: which state may follow which.

held ──> pending <─> confirmed ──> arrived ──> completed
  │         │            ├──> no_show       (confirmed ──> pending: a manager takes an approval back)
  │         │            ├──> cancelled
  │         │            └──> needs_rebooking ──> confirmed elsewhere | cancelled
  │         ├──> needs_rebooking               (──> confirmed | pending where it was: the block was undone)
  │         └──> declined | cancelled | expired
  └──> confirmed | expired | released

A mark may be taken back for some minutes, without having been anybody's way: completed ──> arrived | confirmed, as it
was before, and no_show ──> confirmed (see `UNDONE`).
"""

from enum import StrEnum


class State(StrEnum):
    HELD = "held"
    PENDING = "pending"
    CONFIRMED = "confirmed"
    ARRIVED = "arrived"
    COMPLETED = "completed"
    NO_SHOW = "no_show"
    CANCELLED = "cancelled"
    DECLINED = "declined"
    EXPIRED = "expired"
    RELEASED = "released"
    NEEDS_REBOOKING = "needs_rebooking"


FOLLOWS: dict[State, frozenset[State]] = {
    State.HELD: frozenset({State.PENDING, State.CONFIRMED, State.EXPIRED, State.RELEASED}),
    State.PENDING: frozenset({State.CONFIRMED, State.DECLINED, State.CANCELLED, State.EXPIRED, State.NEEDS_REBOOKING}),
    State.CONFIRMED: frozenset({State.PENDING, State.ARRIVED, State.NO_SHOW, State.CANCELLED, State.NEEDS_REBOOKING}),
    State.ARRIVED: frozenset({State.COMPLETED}),
    State.NEEDS_REBOOKING: frozenset({State.PENDING, State.CONFIRMED, State.CANCELLED}),
    State.COMPLETED: frozenset(),
    State.NO_SHOW: frozenset(),
    State.CANCELLED: frozenset(),
    State.DECLINED: frozenset(),
    State.EXPIRED: frozenset(),
    State.RELEASED: frozenset(),
}

UNDONE: dict[State, frozenset[State]] = {
    State.COMPLETED: frozenset({State.ARRIVED, State.CONFIRMED}),
    State.NO_SHOW: frozenset({State.CONFIRMED}),
}
"""What a mark that is taken back returns to: the state that the visit had before it.

Not part of `FOLLOWS`: nothing else may bring a visit back from its end."""

BLOCKING = frozenset({State.HELD, State.PENDING, State.CONFIRMED, State.ARRIVED})
"""States in which an appointment takes the doctor's time; the database's constraint covers the same ones."""

MOVABLE = frozenset({State.PENDING, State.CONFIRMED, State.NEEDS_REBOOKING})
"""States in which an appointment can be given another time."""

LIVE = frozenset({State.PENDING, State.CONFIRMED, State.NEEDS_REBOOKING})
"""States that count as an appointment still to come."""


def before(target: State) -> frozenset[State]:
    """The states from which `target` can be reached."""
    return frozenset(state for state, following in FOLLOWS.items() if target in following)
