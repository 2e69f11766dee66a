"""The rules of a block: which visits it hits, until when another time is held, and whom one has to call."""

from datetime import datetime, timedelta
from enum import StrEnum


class Status(StrEnum):
    ACTIVE = "active"
    UNDONE = "undone"


SOON = timedelta(hours=2)
"""Who has to be somewhere so soon may be on the way and not read messages: they are called, whatever they answer."""
LEAD = timedelta(hours=1)
"""No other time is offered that begins sooner: it has to be read, answered and travelled to."""
LONGEST = timedelta(days=92)
"""The longest block; who is away for longer is a matter of the schedule."""
LEAST_ANSWER = timedelta(minutes=30)
"""A patient has at least so long to answer, unless the offered visit begins before."""


def answer_by(now: datetime, offered: datetime, hours: int) -> datetime:
    """Until when an offered time is held: `hours` from now, but at most until two hours before it begins.

    What becomes silent before the old time is no matter of this: see `call_by`.
    """
    latest = max(offered - SOON, now + LEAST_ANSWER)
    return min(now + timedelta(hours=hours), latest, offered)


def is_soon(start: datetime, made_at: datetime) -> bool:
    """Whether a visit was to begin so soon after the block was made that its patient may be on the way."""
    return start <= made_at + SOON


def call_by(start: datetime, now: datetime) -> datetime:
    """By when somebody should have called about a visit that was to begin at `start`: an hour before it."""
    return max(now, start - LEAD)
