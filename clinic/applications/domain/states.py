"""The life of an application: which state may follow which.

new (no time yet) ──> proposed <──> approved (an approval can be undone for some minutes)
 │                     │ ⟲ counter-offer: proposed again, with other times held
 └─────────────────────┴──> declined | withdrawn | expired
"""

from enum import StrEnum


class State(StrEnum):
    NEW = "new"
    PROPOSED = "proposed"
    APPROVED = "approved"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"
    EXPIRED = "expired"


FOLLOWS: dict[State, frozenset[State]] = {
    State.NEW: frozenset({State.PROPOSED, State.DECLINED, State.WITHDRAWN, State.EXPIRED}),
    State.PROPOSED: frozenset({State.PROPOSED, State.APPROVED, State.DECLINED, State.WITHDRAWN, State.EXPIRED}),
    State.APPROVED: frozenset({State.PROPOSED}),
    State.DECLINED: frozenset(),
    State.WITHDRAWN: frozenset(),
    State.EXPIRED: frozenset(),
}

OPEN = frozenset({State.NEW, State.PROPOSED})
"""States in which somebody still has to decide."""
