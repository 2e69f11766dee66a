"""What an offer is for, and what may become of it."""

from enum import StrEnum


class Kind(StrEnum):
    COUNTER_OFFER = "counter_offer"
    """A manager proposes other times for an application."""
    DECLINED = "declined"
    """What is free instead of the time that a manager declined."""
    REBOOKING = "rebooking"
    """The doctor cannot come: another time for the visit."""
    WAIT_LIST = "wait_list"
    """A time was freed, and it is this person's turn."""


class Status(StrEnum):
    OPEN = "open"
    ACCEPTED = "accepted"
    REFUSED = "refused"
    """By the patient."""
    EXPIRED = "expired"
    WITHDRAWN = "withdrawn"
    """By the clinic, or because what it was for is over."""
