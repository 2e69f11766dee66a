"""The life of a ticket: which status may follow which, and what a comment makes of it.

open ──> answered <──> awaiting_reply
  │         │               │
  └─────────┴───────────────┴──> closed, which is final
"""

from enum import StrEnum


class Status(StrEnum):
    OPEN = "open"
    ANSWERED = "answered"
    """The clinic spoke last."""
    AWAITING_REPLY = "awaiting_reply"
    """The patient spoke last, after an answer."""
    CLOSED = "closed"


class Author(StrEnum):
    PATIENT = "patient"
    CLINIC = "clinic"


class Reason(StrEnum):
    PATIENT_WROTE = "patient_wrote"
    ASKED_FOR_HUMAN = "asked_for_human"
    NOT_UNDERSTOOD = "not_understood"
    COMPLAINT = "complaint"


FOLLOWS: dict[Status, frozenset[Status]] = {
    Status.OPEN: frozenset({Status.ANSWERED, Status.CLOSED}),
    Status.ANSWERED: frozenset({Status.AWAITING_REPLY, Status.CLOSED}),
    Status.AWAITING_REPLY: frozenset({Status.ANSWERED, Status.CLOSED}),
    Status.CLOSED: frozenset(),
}

SPOKEN: dict[tuple[Status, Author], Status] = {
    (Status.OPEN, Author.PATIENT): Status.OPEN,
    (Status.OPEN, Author.CLINIC): Status.ANSWERED,
    (Status.ANSWERED, Author.PATIENT): Status.AWAITING_REPLY,
    (Status.ANSWERED, Author.CLINIC): Status.ANSWERED,
    (Status.AWAITING_REPLY, Author.PATIENT): Status.AWAITING_REPLY,
    (Status.AWAITING_REPLY, Author.CLINIC): Status.ANSWERED,
}
"""The status after somebody's comment. What is not here takes none: a closed ticket."""
