"""What is waited for, made definite against the clinic's schedule. No I/O."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from clinic.appointments.refusals import UnknownDoctor
from clinic.schedule.asking import UnknownVisitType, Window
from clinic.schedule.compiled import CompiledSchedule
from clinic.schedule.domain.clinic import Doctor
from clinic.schedule.domain.rules import DAY
from clinic.schedule.domain.visitor import Visitor
from clinic.schedule.engine.local_day import local_day
from clinic.schedule.engine.minutes import to_datetime, to_minute
from clinic.schedule.engine.seeing import seen
from clinic.waits.refusals import NobodyFits, TooFarAhead, WindowOver
from contracts.waits import NewWait

MOST_DAYS = 366


@dataclass(frozen=True, slots=True)
class Wish:
    """The doctors who answer to it, and the days, inclusive, of each branch's own zone."""

    asked: NewWait
    doctors: tuple[Doctor, ...]
    specialty: str
    first_day: date
    last_day: date
    over_at: datetime

    @property
    def row(self) -> Mapping[str, Any]:
        """The columns that say what is waited for."""
        asked = self.asked
        return {
            "client_id": asked.client_id,
            "specialty": self.specialty,
            "doctor_id": asked.doctor_id,
            "branch_id": asked.branch_id,
            "visit_type_id": asked.visit_type_id,
            "start_minute": asked.start_minute,
            "end_minute": asked.end_minute,
        }


def wish(compiled: CompiledSchedule, asked: NewWait, now: datetime, days: int) -> Wish:
    """`days`: how far a wish without a last day reaches.

    Raises UnknownDoctor, UnknownVisitType, NobodyFits, WindowOver, TooFarAhead.
    """
    doctors = _doctors(compiled, asked)
    zones = {compiled.rules(doctor).zone for doctor in doctors}
    today = min(now.astimezone(zone).date() for zone in zones)
    first_day = max(asked.first_day or today, today)
    last_day = asked.last_day or first_day + timedelta(days=days)
    over_at = max(to_datetime(local_day(zone, last_day).closes(DAY)) for zone in zones)
    if over_at <= now or last_day < first_day:
        raise WindowOver
    if last_day > today + timedelta(days=MOST_DAYS):
        raise TooFarAhead(MOST_DAYS)
    return Wish(asked, doctors, doctors[0].specialty, first_day, last_day, over_at)


def seen_by(compiled: CompiledSchedule, wanted: Wish, visitor: Visitor, now: datetime) -> bool:
    """Whether one of the doctors sees somebody of the visitor's age on one of the days."""
    window = Window(wanted.first_day, wanted.last_day)
    minute = to_minute(now)
    for doctor in wanted.doctors:
        zone = compiled.rules(doctor).zone
        if seen(window.wish(zone, None, minute), doctor, visitor, zone, minute) is not None:
            return True
    return False


def _doctors(compiled: CompiledSchedule, asked: NewWait) -> tuple[Doctor, ...]:
    if asked.doctor_id is not None and asked.doctor_id not in compiled.schedule.doctors:
        raise UnknownDoctor
    found = tuple(compiled.doctors(asked.specialty, asked.doctor_id, asked.branch_id))
    if asked.visit_type_id is not None:
        visit_type = compiled.schedule.visit_types.get(asked.visit_type_id)
        if visit_type is None:
            raise UnknownVisitType
        found = tuple(doctor for doctor in found if visit_type.offered_by(doctor))
    if not found:
        raise NobodyFits
    return found
