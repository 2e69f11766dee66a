"""The life of a reminder: which state may follow which.

planned ──> sent
  │  ⟲──── cancelled (its visit moved, was cancelled, or its owner cannot be reached; it returns with the visit)
  └──> skipped (its time had passed before it could be of use)
"""

from enum import StrEnum


class Status(StrEnum):
    PLANNED = "planned"
    SENT = "sent"
    SKIPPED = "skipped"
    CANCELLED = "cancelled"


class Answer(StrEnum):
    NONE = "none"
    COMING = "coming"


CONFIRM = "confirm"
"""The kind of reminder that asks for a 'Coming'; other kinds are named for how long before the visit they go out."""
