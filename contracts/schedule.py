"""Branches, doctors, visit types and free slots as the API shows them."""

from datetime import date, datetime
from enum import StrEnum

from contracts.fields import Wire


class PartOfDay(StrEnum):
    """A part of the branch's local day: morning before 12:00, afternoon 12:00-17:00, evening from 17:00."""

    MORNING = "morning"
    AFTERNOON = "afternoon"
    EVENING = "evening"


class Gender(StrEnum):
    FEMALE = "female"
    MALE = "male"


class Branch(Wire):
    branch_id: int
    name: str
    address: str
    time_zone: str
    """IANA name, such as ``Europe/Moscow``."""
    latitude: float | None = None
    """Degrees, WGS 84; both or neither."""
    longitude: float | None = None
    phone: str | None = None
    """As the clinic writes it."""


class Branches(Wire):
    branches: tuple[Branch, ...]


class Specialty(Wire):
    code: str
    doctors: int
    """How many doctors of this specialty see patients."""


class Specialties(Wire):
    specialties: tuple[Specialty, ...]


class Doctor(Wire):
    doctor_id: int
    full_name: str
    specialty: str
    branch_id: int
    office_number: str
    languages: tuple[str, ...]
    """ISO 639-1 codes."""
    sees_adults: bool
    sees_children: bool
    gender: str | None = None
    """``female``, ``male`` or unknown."""


class Doctors(Wire):
    doctors: tuple[Doctor, ...]


class VisitType(Wire):
    visit_type_id: int
    code: str
    kind: str
    """``first``, ``follow_up`` or ``procedure``."""
    name: str
    specialty: str | None
    """None: offered in every specialty."""
    duration_minutes: int
    price: str | None
    """A decimal number and an ISO 4217 currency, such as ``2500.00 RUB``."""
    preparation: str


class VisitTypes(Wire):
    visit_types: tuple[VisitType, ...]


class Slot(Wire):
    """A free time with a doctor. ``slot_id`` is signed by the service and expires."""

    slot_id: str
    doctor_id: int
    doctor_name: str
    specialty: str
    branch_id: int
    office_number: str
    time_zone: str
    start_time: datetime
    """Aware, with the branch's offset."""
    end_time: datetime


class ReasonCode(StrEnum):
    """Why there is nothing, or nothing earlier."""

    NO_DOCTOR = "no_doctor"
    DOCTOR_FULL = "doctor_full"
    DOCTOR_AWAY = "doctor_away"
    NOT_WORKING = "not_working"
    BRANCH_CLOSED = "branch_closed"
    LEAD_TIME = "lead_time"
    BEYOND_HORIZON = "beyond_horizon"
    PART_OF_DAY = "part_of_day"
    IN_THE_PAST = "in_the_past"


class Reason(Wire):
    code: ReasonCode
    message: str
    """English, for developers; a person reads the code's text from a locale file."""
    doctor_id: int | None = None
    branch_id: int | None = None
    until: datetime | None = None
    """When the reason ends: the first moment at which there is something, if known."""


class Slots(Wire):
    slots: tuple[Slot, ...]
    reasons: tuple[Reason, ...] = ()


class SlotDay(Wire):
    """A day of the branch's zone that has free slots."""

    date: date
    slots: int
    """How many."""


class SlotDays(Wire):
    days: tuple[SlotDay, ...]
    """Ascending; days without a free slot are left out."""
