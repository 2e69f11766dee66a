"""The life of an application: which state may follow which.

new (no time yet) ──> proposed <──> approved (an approval can be undone for some minutes)
 │                     │ ⟲ counter-offer: proposed again, with other times held
 └─────────────────────┴──> declined | withdrawn | expired
"""

from enum import StrEnum

from clinic.appointments.domain.states import State as Visit


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

AGREES: dict[State, frozenset[Visit | None]] = {
    State.NEW: frozenset({None}),
    # Declined: a counter-offer let the time go, its own times are held until the patient answers.
    State.PROPOSED: frozenset({None, Visit.PENDING, Visit.DECLINED, Visit.NEEDS_REBOOKING}),
    # What became of a visit that was approved is its own matter.
    State.APPROVED: frozenset(
        {Visit.CONFIRMED, Visit.ARRIVED, Visit.COMPLETED, Visit.NO_SHOW, Visit.CANCELLED, Visit.NEEDS_REBOOKING}
    ),
    State.DECLINED: frozenset({None, Visit.DECLINED}),
    State.WITHDRAWN: frozenset({None, Visit.CANCELLED}),
    State.EXPIRED: frozenset({None, Visit.EXPIRED, Visit.DECLINED}),
}
"""In which states an application's visit may be; None: it has none."""
