"""Whom the clinic has to telephone, because no message will do."""

from datetime import datetime
from enum import StrEnum

from contracts.fields import Text255, Wire


class CallTaskReason(StrEnum):
    REBOOKING = "rebooking"
    """The doctor cannot come, and no other time could be offered, or none was taken."""
    UNREACHABLE = "unreachable"
    """A message about the visit did not arrive."""
    BLOCKED_BOT = "blocked_bot"
    """The patient has blocked the bot: the visit's reminders do not arrive."""
    NO_ANSWER = "no_answer"
    """A question was not answered by its deadline."""


class CallTaskStatus(StrEnum):
    OPEN = "open"
    DONE = "done"
    CANCELLED = "cancelled"
    """Nobody needs to be called any more."""


class CallTaskDone(Wire):
    by: Text255 | None = None
    """Who called, as the clinic writes it."""


class CallTask(Wire):
    id: int
    appointment_id: int
    reason: CallTaskReason
    status: CallTaskStatus
    due_by: datetime
    """By when somebody should have called."""
    patient_name: str | None
    phone: str | None
    """Of the account; None for a visit that was booked by telephone without one."""
    doctor_name: str
    branch_id: int
    time_zone: str
    start_time: datetime
    """Of the visit as it now stands, in the branch's zone."""
    created_at: datetime
    finished_at: datetime | None
    done_by: str | None


class CallTaskPage(Wire):
    call_tasks: tuple[CallTask, ...]
    page: int
    size: int
    total: int
