"""Branches, doctors, visit types, and the whole schedule of a clinic at one version."""

from dataclasses import dataclass
from enum import StrEnum

from clinic.schedule.domain.rules import Closure, ScheduleException, WeeklyHours


@dataclass(frozen=True, slots=True)
class Branch:
    branch_id: int
    name: str
    address: str
    time_zone: str
    closures: tuple[Closure, ...] = ()
    latitude: float | None = None
    """Degrees, WGS 84; with the longitude or not at all."""
    longitude: float | None = None
    phone: str | None = None
    """As the clinic writes it."""


@dataclass(frozen=True, slots=True)
class Doctor:
    doctor_id: int
    full_name: str
    specialty: str
    branch_id: int
    office_number: str = ""
    languages: tuple[str, ...] = ()
    sees_adults: bool = True
    sees_children: bool = False
    gender: str | None = None
    slot_minutes: int = 30
    buffer_before: int = 0
    """Minutes kept free before each visit."""
    buffer_after: int = 0
    lead_minutes: int = 0
    """A patient books at least this long ahead."""
    horizon_days: int = 60
    """A visit starts at most this many days from now."""
    weekly_hours: tuple[WeeklyHours, ...] = ()
    exceptions: tuple[ScheduleException, ...] = ()


class VisitKind(StrEnum):
    FIRST = "first"
    FOLLOW_UP = "follow_up"
    PROCEDURE = "procedure"


@dataclass(frozen=True, slots=True)
class VisitType:
    visit_type_id: int
    code: str
    kind: VisitKind
    name: str
    duration_minutes: int
    specialty: str | None = None
    """None: every specialty offers it."""
    price: str | None = None
    """A decimal number and an ISO 4217 currency."""
    preparation: str = ""

    def offered_by(self, doctor: Doctor) -> bool:
        return self.specialty is None or self.specialty == doctor.specialty


@dataclass(frozen=True, slots=True)
class Schedule:
    """The clinic's schedule as it stood at `version`; every change of it has a new version."""

    version: int
    branches: dict[int, Branch]
    doctors: dict[int, Doctor]
    visit_types: dict[int, VisitType]

    def branch_of(self, doctor: Doctor) -> Branch:
        return self.branches[doctor.branch_id]
