"""A patient's wish to be called back by the clinic."""

from datetime import datetime
from enum import StrEnum

from contracts.fields import Text255, Wire


class CallRequestStatus(StrEnum):
    OPEN = "open"
    DONE = "done"
    CANCELLED = "cancelled"


class NewCallRequest(Wire):
    topic: Text255 | None = None
    """What it is about; for the clinic's people only."""


class CallRequestDone(Wire):
    by: Text255 | None = None
    """Who called, as the clinic writes it."""


class CallRequest(Wire):
    id: int
    status: CallRequestStatus
    topic: str | None
    full_name: str | None
    """Of the account's owner, if it is known."""
    phone: str | None
    phone_verified: bool
    created_at: datetime
    finished_at: datetime | None
    done_by: str | None


class CallRequestPage(Wire):
    call_requests: tuple[CallRequest, ...]
    page: int
    size: int
    total: int
