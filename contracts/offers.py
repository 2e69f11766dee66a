"""Offers: times that the clinic holds for a person until a deadline."""

from datetime import datetime
from enum import StrEnum

from contracts.appointments import AppointmentStatus
from contracts.fields import Id, Wire


class OfferKind(StrEnum):
    COUNTER_OFFER = "counter_offer"
    """A manager proposes other times for an application."""
    DECLINED = "declined"
    """What is free instead of the time that a manager declined."""
    REBOOKING = "rebooking"
    """The doctor cannot come: another time for the visit."""
    WAIT_LIST = "wait_list"
    """A time was freed, and it is this person's turn."""


class OfferStatus(StrEnum):
    OPEN = "open"
    ACCEPTED = "accepted"
    REFUSED = "refused"
    EXPIRED = "expired"
    WITHDRAWN = "withdrawn"


class OfferedTime(Wire):
    """A time that was held for the offer; it can be accepted while it is held."""

    hold_id: int
    status: AppointmentStatus
    doctor_id: int
    doctor_name: str
    specialty: str
    branch_id: int
    office_number: str
    time_zone: str
    start_time: datetime
    """Aware, with the branch's offset."""
    end_time: datetime
    visit_type_id: int | None
    expires_at: datetime | None


class Offer(Wire):
    offer_id: int
    kind: OfferKind
    status: OfferStatus
    client_id: int | None
    application_id: int | None
    appointment_id: int | None
    """The visit that moves to the accepted time; None: the accepted time becomes a visit of its own."""
    wait_id: int | None
    expires_at: datetime
    created_at: datetime
    closed_at: datetime | None
    accepted_id: int | None
    """The appointment that came of it."""
    times: tuple[OfferedTime, ...]
    """Soonest first."""


class Offers(Wire):
    offers: tuple[Offer, ...]


class AcceptRequest(Wire):
    hold_id: Id
    """Which of the times."""
