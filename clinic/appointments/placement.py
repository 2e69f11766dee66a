"""Whether a visit fits the schedule: no I/O, before anything is asked of the database."""

from bisect import bisect_left
from dataclasses import dataclass
from datetime import datetime

from clinic.appointments.refusals import BadEndTime, BeyondHorizon, InThePast, LeadTime, OutsideSchedule, UnknownDoctor
from clinic.schedule.asking import UnknownVisitType
from clinic.schedule.compiled import CompiledSchedule
from clinic.schedule.domain.clinic import Branch, Doctor
from clinic.schedule.domain.rules import DAY
from clinic.schedule.engine.grid import stretches
from clinic.schedule.engine.minutes import Minute, to_datetime, to_minute, to_minute_up


@dataclass(frozen=True, slots=True)
class Request:
    """A visit that somebody wants; times are aware."""

    doctor_id: int
    start: datetime
    end: datetime | None = None
    visit_type_id: int | None = None


@dataclass(frozen=True, slots=True)
class Placement:
    """A visit that the schedule allows; the database has not been asked yet."""

    schedule_version: int
    doctor: Doctor
    branch: Branch
    start: Minute
    end: Minute
    visit_type_id: int | None

    @property
    def start_time(self) -> datetime:
        return to_datetime(self.start)

    @property
    def end_time(self) -> datetime:
        return to_datetime(self.end)

    @property
    def blocked(self) -> tuple[Minute, Minute]:
        """The visit and its buffers."""
        return self.start - self.doctor.buffer_before, self.end + self.doctor.buffer_after

    @property
    def blocked_from(self) -> datetime:
        return to_datetime(self.blocked[0])

    @property
    def blocked_until(self) -> datetime:
        return to_datetime(self.blocked[1])


def place(compiled: CompiledSchedule, request: Request, now: datetime, *, for_patient: bool) -> Placement:
    """Check a request against the schedule.

    Staff may book any minutes inside working hours, at once; patients what the service offers: starts on the grid, the
    usual length, the doctor's lead time. Raises UnknownDoctor, UnknownVisitType, InThePast, LeadTime, BeyondHorizon,
    OutsideSchedule, BadEndTime.
    """
    doctor = compiled.schedule.doctors.get(request.doctor_id)
    if doctor is None:
        raise UnknownDoctor
    usual = _usual_length(compiled, doctor, request.visit_type_id)
    start = to_minute(request.start)
    length = usual if request.end is None else to_minute_up(request.end) - start
    if length <= 0 or (for_patient and length != usual):
        raise BadEndTime
    _check_time(doctor, request.start, now, for_patient=for_patient)
    if not _inside_hours(compiled, doctor, start, length) or not _whole_minutes(request.start, request.end):
        raise OutsideSchedule
    if for_patient and not _on_grid(compiled, doctor, start, length, to_minute(now)):
        raise OutsideSchedule
    branch = compiled.schedule.branch_of(doctor)
    return Placement(compiled.version, doctor, branch, start, start + length, request.visit_type_id)


def _whole_minutes(*moments: datetime | None) -> bool:
    return all(moment is None or to_minute(moment) == to_minute_up(moment) for moment in moments)


def _usual_length(compiled: CompiledSchedule, doctor: Doctor, visit_type_id: int | None) -> int:
    if visit_type_id is None:
        return doctor.slot_minutes
    visit_type = compiled.schedule.visit_types.get(visit_type_id)
    if visit_type is None or not visit_type.offered_by(doctor):
        raise UnknownVisitType
    return visit_type.duration_minutes


def _check_time(doctor: Doctor, start: datetime, now: datetime, *, for_patient: bool) -> None:
    if start <= now:
        raise InThePast
    ahead = to_minute(start) - to_minute(now)
    if for_patient and ahead < doctor.lead_minutes:
        raise LeadTime(doctor.lead_minutes)
    if ahead >= doctor.horizon_days * DAY:
        raise BeyondHorizon(doctor.horizon_days)


def _inside_hours(compiled: CompiledSchedule, doctor: Doctor, start: Minute, length: int) -> bool:
    rules = compiled.rules(doctor)
    day = to_datetime(start, rules.zone).date()
    return any(begin <= start and start + length <= end for begin, end in stretches(rules, day))


def _on_grid(compiled: CompiledSchedule, doctor: Doctor, start: Minute, length: int, now: Minute) -> bool:
    starts = compiled.grid(doctor, now).fit(length).starts
    position = bisect_left(starts, start)
    return position < len(starts) and starts[position] == start
