"""What people must be told: rows that the bot takes with a lease, sends, and acknowledges."""

from datetime import datetime
from enum import StrEnum
from typing import Annotated, Any

from pydantic import Field, StringConstraints

from contracts.fields import Text255, Wire

MANAGERS = "managers"
"""The recipient that is no account: the clinic's managers."""


class ClaimRequest(Wire):
    limit: Annotated[int, Field(ge=1, le=100, strict=True)] = 20
    lease_seconds: Annotated[int, Field(ge=5, le=600, strict=True)] = 60
    """Not acknowledged for so long, a delivery goes to whoever claims next."""


class Delivery(Wire):
    delivery_id: int
    lease: str
    """Shown again at the acknowledgement."""
    recipient: str
    """An account such as ``telegram:42``, or ``managers``."""
    branch_id: int | None
    """Of which branch the managers are; None: of all."""
    kind: str
    """Such as ``appointment.moved_by_clinic``; what `payload` holds depends on it."""
    payload: dict[str, Any]
    """Ids, times and codes; never a name or somebody's words."""
    priority: int
    """The smallest goes first."""
    created_at: datetime
    attempts: int
    """How often it was claimed, this time included."""


class Deliveries(Wire):
    deliveries: tuple[Delivery, ...]


class DeliveryOutcome(StrEnum):
    SENT = "sent"
    UNREACHABLE = "unreachable"
    """The recipient cannot be reached this way: it is not tried again."""
    FAILED = "failed"
    """It is tried again later, a few times."""


class AckRequest(Wire):
    lease: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{32}$")]
    outcome: DeliveryOutcome
    detail: Text255 | None = None
    """A code for operators; nothing personal."""


class DeliveryState(Wire):
    """A delivery after its acknowledgement."""

    delivery_id: int
    outcome: str
    attempts: int
    finished_at: datetime | None
    """None: it will be tried again."""
    not_before: datetime
    """When it is due, or was."""
