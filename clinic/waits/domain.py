"""The life of a place in line.

waiting <──> offered ──> served
   │            └──────> left
   └──> left | expired | served (together with another wish of the same person)
"""

from enum import StrEnum


class Status(StrEnum):
    WAITING = "waiting"
    OFFERED = "offered"
    """A time is held for the person, who has not answered yet."""
    SERVED = "served"
    LEFT = "left"
    EXPIRED = "expired"
    """The window is over."""


OPEN = frozenset({Status.WAITING, Status.OFFERED})

FOLLOWS: dict[Status, frozenset[Status]] = {
    Status.WAITING: frozenset({Status.OFFERED, Status.SERVED, Status.LEFT, Status.EXPIRED}),
    Status.OFFERED: frozenset({Status.WAITING, Status.SERVED}),
    Status.SERVED: frozenset(),
    Status.LEFT: frozenset(),
    Status.EXPIRED: frozenset(),
}
"""Who leaves while a time is held refuses it first, and so waits again for a moment."""
