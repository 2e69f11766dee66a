"""Holds and appointments as the API takes and shows them."""

from datetime import datetime
from enum import StrEnum
from typing import Annotated

from pydantic import Field, StringConstraints, model_validator

from contracts.errors import ErrorBody
from contracts.fields import Id, Instant, Name, ScheduleId, Text255, Wire
from contracts.schedule import Slot
from contracts.wishes import Wish

SlotId = Annotated[str, StringConstraints(min_length=8, max_length=64, pattern=r"^[A-Za-z0-9_-]+$")]


class AppointmentStatus(StrEnum):
    HELD = "held"
    PENDING = "pending"
    CONFIRMED = "confirmed"
    ARRIVED = "arrived"
    COMPLETED = "completed"
    NO_SHOW = "no_show"
    CANCELLED = "cancelled"
    DECLINED = "declined"
    EXPIRED = "expired"
    RELEASED = "released"
    NEEDS_REBOOKING = "needs_rebooking"


class HoldRequest(Wire):
    slot_id: SlotId
    client_id: Id
    """The person who is going to visit."""


class Hold(Wire):
    hold_id: int
    client_id: int | None
    doctor_id: int
    doctor_name: str
    specialty: str
    branch_id: int
    office_number: str
    time_zone: str
    start_time: datetime
    end_time: datetime
    expires_at: datetime


class AppointmentRequest(Wire):
    """Either a hold to confirm, or a doctor and a time to book at once."""

    hold_id: Id | None = None
    doctor_id: ScheduleId | None = None
    start_time: Instant | None = None
    end_time: Instant | None = None
    """None: the visit type's duration, or the doctor's slot length."""
    visit_type_id: ScheduleId | None = None
    patient_name: Name | None = None
    client_id: Id | None = None
    note: Text255 | None = None
    application: Annotated[Wish | None, Field(exclude_if=lambda wish: wish is None)] = None
    """What the patient wrote, and why this time: kept with the booking, for whoever reviews it."""

    @model_validator(mode="after")
    def _one_way_to_book(self) -> "AppointmentRequest":
        if self.hold_id is not None:
            if any(v is not None for v in (self.doctor_id, self.start_time, self.end_time, self.visit_type_id)):
                raise ValueError("hold_id already says doctor and time: give one or the other")
        elif self.doctor_id is None or self.start_time is None:
            raise ValueError("give hold_id, or doctor_id and start_time")
        return self


class Appointment(Wire):
    id: int
    doctor_id: int
    client_id: int | None
    patient_name: str | None
    office_number: str
    branch_id: int
    time_zone: str
    start_time: datetime
    """Aware, with the branch's offset."""
    end_time: datetime
    note: str | None
    status: AppointmentStatus
    created_at: datetime
    updated_at: datetime
    doctor_name: str
    specialty: str
    visit_type_id: int | None = None
    visitor_name: str | None = None
    """In lists: under which name the visitor is registered, beside the `patient_name` of the booking."""
    decide_by: datetime | None = None
    """While it is pending: when the clinic has answered at the latest, with the branch's offset."""


class AppointmentPage(Wire):
    appointments: tuple[Appointment, ...]
    page: int
    size: int
    total: int


class CancelRequest(Wire):
    reason: Text255 | None = None


class RescheduleRequest(Wire):
    """Either a slot that the service offered, or a time, and a doctor if it is another one."""

    slot_id: SlotId | None = None
    doctor_id: ScheduleId | None = None
    start_time: Instant | None = None
    end_time: Instant | None = None

    @model_validator(mode="after")
    def _one_target(self) -> "RescheduleRequest":
        if (self.slot_id is None) == (self.start_time is None):
            raise ValueError("give slot_id, or start_time")
        if self.slot_id is not None and (self.doctor_id is not None or self.end_time is not None):
            raise ValueError("slot_id already says doctor and time")
        return self


class SlotLostBody(ErrorBody):
    """409: what an error has, and for ``slot_taken`` and ``hold_expired`` what is free instead."""

    nearest: tuple[Slot, ...] = ()
