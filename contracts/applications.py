"""Applications: a patient's request for a visit, from the first words to the clinic's decision.

Deliveries, to managers (`awaits` the manager or not: read the application to see what is true now):
``application.created`` (no time yet), ``application.proposed``, ``application.due_soon``, ``application.moved``,
``application.approved``, ``application.declined``, ``application.counter_offered``, ``application.withdrawn``,
``application.expired``, ``application.reopened`` (an approval was undone).
To the account: ``application.approved``, ``application.declined``, ``application.expired``, ``application.reopened``.
Each payload has `application_id`, `appointment_id`, `status`, `version`, `decide_by`, `at`.
"""

from datetime import datetime
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, StringConstraints

from contracts.appointments import Appointment, SlotId
from contracts.fields import Id, Name, Phone, ScheduleId, Text255, Wire, printable
from contracts.wishes import MOST_WORDS, Understood

POLICY, DEADLINE, PATIENT, CLINIC = "policy", "deadline", "patient", "clinic"
"""Who decided, where it was no manager by name. CLINIC: its people changed the visit itself."""


class ApplicationStatus(StrEnum):
    NEW = "new"
    """No time has been proposed yet."""
    PROPOSED = "proposed"
    APPROVED = "approved"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"
    EXPIRED = "expired"


def _somebody(by: str) -> str:
    if by in (POLICY, DEADLINE, PATIENT, CLINIC):
        raise ValueError("this word says that no manager decided")
    return by


By = Annotated[
    str,
    StringConstraints(min_length=1, max_length=120, strip_whitespace=True),
    AfterValidator(printable),
    AfterValidator(_somebody),
]
"""A manager, as the clinic writes it; the same text is the same manager."""
Email = Annotated[str, StringConstraints(max_length=255, pattern=r"^[^@\s]+@[^@\s]+$"), AfterValidator(printable)]


class NewApplication(Wire):
    user_name: Name
    """Whoever asks. On behalf of an account it is used while the clinic knows no better name."""
    description: Annotated[
        str, StringConstraints(min_length=1, max_length=MOST_WORDS, strip_whitespace=True), AfterValidator(printable)
    ]
    email: Email | None = None
    phone: Phone | None = None
    client_id: Id | None = None
    """Who is going to visit; None: the account's owner."""
    understood: Understood = Understood()


class ApplicationCreated(Wire):
    message: str = "Application created successfully"
    id: int


class Application(Wire):
    id: int
    status: ApplicationStatus
    version: int
    """Grows with each change."""
    user_name: str
    email: str | None = None
    phone: str | None = None
    """How else the person can be reached, as far as it is known."""
    description: str
    understood: Understood
    created_at: datetime
    updated_at: datetime
    branch_id: int | None
    client_id: int | None
    """Who is going to visit."""
    has_account: bool
    """Whether times can be offered: there is somebody to tell, and to answer."""
    appointment: Appointment | None
    """The proposed or resulting visit."""
    offer_id: int | None
    """The open offer: a counter-offer, or what is free instead of a declined time."""
    awaits: Literal["manager", "patient"] | None
    """None: it is decided."""
    decide_by: datetime | None
    """When it is decided without a manager, in the branch's zone; None: nobody is waited for, or only the patient."""
    taken_by: str | None
    taken_at: datetime | None
    decided_by: str | None
    decided_at: datetime | None
    decision_reason: str | None


class ApplicationPage(Wire):
    applications: tuple[Application, ...]
    page: int
    size: int
    total: int


class TakeRequest(Wire):
    by: By


class NextRequest(Wire):
    by: By
    branch_id: ScheduleId | None = None


class ApproveRequest(Wire):
    by: By
    version: Annotated[int, Field(ge=1, strict=True)] | None = None
    """The version that was read; given, a later one is refused with 409 `changed_meanwhile`."""


class DeclineRequest(Wire):
    by: By
    reason: Annotated[Text255, StringConstraints(min_length=1)]
    """The patient reads it."""


class CounterOfferRequest(Wire):
    by: By
    slot_ids: Annotated[tuple[SlotId, ...], Field(min_length=1, max_length=3)]


class ApproveAllRequest(Wire):
    by: By
    branch_id: ScheduleId | None = None


class LeftApplication(Wire):
    id: int
    code: str
    """Why it was not approved: the code that approving it by itself would answer, or `taken`."""


class ApprovedAll(Wire):
    approved: tuple[int, ...]
    left: tuple[LeftApplication, ...]
