"""Tickets: a patient and the clinic write to each other until the matter is closed."""

from datetime import datetime
from enum import StrEnum
from typing import Annotated

from pydantic import StringConstraints

from contracts.fields import Id, Name, ScheduleId, Text255, Text2000, Text4000, Wire

CommentKey = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9:/_.-]{1,100}$")]
"""Names the message that a comment comes from: the same one again within two days adds nothing."""


class TicketStatus(StrEnum):
    OPEN = "open"
    ANSWERED = "answered"
    """The clinic spoke last."""
    AWAITING_REPLY = "awaiting_reply"
    """The patient spoke last, after an answer."""
    CLOSED = "closed"
    """Final: no status change and no comment."""


class TicketReason(StrEnum):
    PATIENT_WROTE = "patient_wrote"
    ASKED_FOR_HUMAN = "asked_for_human"
    NOT_UNDERSTOOD = "not_understood"
    COMPLAINT = "complaint"
    """About care."""


class CommentAuthor(StrEnum):
    PATIENT = "patient"
    CLINIC = "clinic"


class NewTicket(Wire):
    """From a patient, or from staff who writes to an account first."""

    text: Text4000
    """The first comment."""
    subject: Text255 | None = None
    """None: how the text begins."""
    reason: TicketReason = TicketReason.PATIENT_WROTE
    summary: Text2000 | None = None
    """What was said before, for the clinic's people."""
    account: Text255 | None = None
    """For staff: to whom, such as ``telegram:42``. A patient writes for their own account only."""
    client_id: Id | None = None
    """Of the account's people, the one it is about."""
    branch_id: ScheduleId | None = None
    """Whose managers it concerns; None: the clinic's."""
    by: Text255 | None = None
    """For staff: who writes."""
    key: CommentKey | None = None


class HandOver(Wire):
    """The conversation goes to the clinic's people (again)."""

    reason: TicketReason
    summary: Text2000 | None = None


class NewComment(Wire):
    text: Text4000
    by: Text255 | None = None
    """For staff: who writes."""
    hand_over: HandOver | None = None
    """For a patient whose conversation the assistant had: from now on people have it."""
    key: CommentKey | None = None


class TicketStatusRequest(Wire):
    status: TicketStatus
    by: Text255 | None = None


class TicketTake(Wire):
    by: Name
    """Who owns it from now on, as the clinic writes it."""


class TicketGiveBack(Wire):
    by: Text255 | None = None


class TicketComment(Wire):
    id: int
    author: CommentAuthor
    author_name: str | None
    """Who of the clinic wrote, for the clinic's own eyes; a patient is told that the clinic did."""
    text: str
    created_at: datetime


class Ticket(Wire):
    id: int
    version: int
    """Grows with each change."""
    account: str
    client_id: int | None
    full_name: str | None
    """Of whom it is about, or of the account's owner."""
    phone: str | None
    branch_id: int | None
    subject: str
    reason: TicketReason
    status: TicketStatus
    owner: str | None
    """Who of the clinic took it."""
    human_owned: bool
    """Whether people have the conversation: the assistant is silent in it."""
    summary: str | None
    follows_id: int | None
    """The closed ticket that this one continues."""
    created_at: datetime
    updated_at: datetime
    closed_at: datetime | None


class TicketDetails(Ticket):
    comments: tuple[TicketComment, ...]
    """Oldest first; of very many the newest ones."""


class Opening(Wire):
    """Hours in which people of the clinic are there: those that run now, or the next ones."""

    branch_id: int
    time_zone: str
    opens: datetime
    """Aware, with the branch's offset; now, if it is open."""
    closes: datetime
    open_now: bool


class TicketPage(Wire):
    tickets: tuple[Ticket, ...]
    page: int
    size: int
    total: int
