"""The schedule as it will be: a document laid over the schedule as it is. No I/O."""

from collections import Counter
from dataclasses import replace
from datetime import date

from clinic.schedule.domain.clinic import Branch, Doctor, Schedule, VisitType
from clinic.schedule.domain.rules import DAY, Closure, ExceptionKind, ScheduleException, WeeklyHours
from clinic.schedule.importing.document import WEEKDAYS, BranchEntry, Days, DoctorEntry, ImportDocument, VisitTypeEntry
from clinic.schedule.importing.read_file import BadImport


def merged(current: Schedule, document: ImportDocument) -> Schedule:
    """Entries replace what has their id. Raises BadImport for ids that are given twice or lead nowhere."""
    problems = _given_twice(document)
    branches = current.branches | {e.id: _branch(e, current.branches.get(e.id)) for e in document.branches}
    visit_types = current.visit_types | {e.id: _visit_type(e) for e in document.visit_types}
    doctors = current.doctors | {e.id: _doctor(e, current.doctors.get(e.id)) for e in document.doctors}
    for doctor in doctors.values():
        if doctor.branch_id not in branches:
            problems.append(f"doctors, id {doctor.doctor_id}: there is no branch {doctor.branch_id}")
    codes = [visit_type.code for visit_type in visit_types.values()]
    problems += [f"visit_types: the code '{c}' is used twice" for c in sorted({c for c in codes if codes.count(c) > 1})]
    if problems:
        raise BadImport(problems)
    return Schedule(current.version + 1, branches, doctors, visit_types)


def _given_twice(document: ImportDocument) -> list[str]:
    sections = {
        "branches": [entry.id for entry in document.branches],
        "visit_types": [entry.id for entry in document.visit_types],
        "doctors": [entry.id for entry in document.doctors],
    }
    return [
        f"{section}: id {twice} is given twice"
        for section, ids in sections.items()
        for twice, count in Counter(ids).items()
        if count > 1
    ]


def _branch(entry: BranchEntry, known: Branch | None) -> Branch:
    closures = known.closures if known else ()
    if entry.closures is not None:
        closures = tuple(
            sorted(Closure(first, last, start, end) for first, last, start, end in spans_of(entry.closures))
        )
    return Branch(entry.id, entry.name, entry.address, entry.time_zone, closures)


def _visit_type(entry: VisitTypeEntry) -> VisitType:
    return VisitType(
        visit_type_id=entry.id,
        code=entry.code,
        kind=entry.kind,
        name=entry.name,
        duration_minutes=entry.minutes,
        specialty=entry.specialty,
        price=entry.price,
        preparation=entry.preparation,
    )


def _doctor(entry: DoctorEntry, known: Doctor | None) -> Doctor:
    doctor = Doctor(
        doctor_id=entry.id,
        full_name=entry.name,
        specialty=entry.specialty,
        branch_id=entry.branch,
        office_number=entry.office,
        languages=tuple(entry.languages),
        sees_adults=entry.adults,
        sees_children=entry.children,
        gender=entry.gender,
        slot_minutes=entry.slot_minutes,
        buffer_before=entry.buffer_before,
        buffer_after=entry.buffer_after,
        lead_minutes=entry.lead_minutes,
        horizon_days=entry.horizon_days,
        weekly_hours=known.weekly_hours if known else (),
    )
    if entry.hours is not None:
        spans = {day: entry.hours.get(day, []) for day in WEEKDAYS}  # type: ignore[call-overload]
        hours = (WeeklyHours(WEEKDAYS.index(day), *span) for day, of_day in spans.items() for span in of_day)
        doctor = replace(doctor, weekly_hours=tuple(sorted(hours)))
    kept = known.exceptions if known else ()
    exceptions = [
        *_exceptions(ExceptionKind.TIME_OFF, entry.time_off, kept),
        *_exceptions(ExceptionKind.EXTRA_HOURS, entry.extra_hours, kept),
    ]
    return replace(doctor, exceptions=tuple(sorted(exceptions)))


def _exceptions(
    kind: ExceptionKind, days: list[Days] | None, kept: tuple[ScheduleException, ...]
) -> list[ScheduleException]:
    if days is None:
        return [exception for exception in kept if exception.kind is kind]
    return [ScheduleException(kind, *span) for span in spans_of(days)]


def spans_of(days: list[Days]) -> list[tuple[date, date, int, int]]:
    return [
        (entry.first_day, entry.last_day or entry.first_day, start, end)
        for entry in days
        for start, end in entry.hours or [(0, DAY)]
    ]
