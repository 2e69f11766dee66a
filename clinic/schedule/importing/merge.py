"""The schedule as it will be: a document laid over the schedule as it is. No I/O."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from clinic.schedule.domain.clinic import Branch, Doctor, Schedule, VisitType
from clinic.schedule.domain.rules import DAY, Closure, ExceptionKind, ScheduleException, WeeklyHours
from clinic.schedule.importing.document import (
    WEEKDAYS,
    BranchEntry,
    Days,
    DoctorEntry,
    Entry,
    ImportDocument,
    VisitTypeEntry,
)
from clinic.schedule.importing.problems import BadImport

SAME = ("specialty", "gender", "slot_minutes", "buffer_before", "buffer_after", "lead_minutes", "horizon_days")
BRANCH = {"id": "branch_id"} | {
    name: name for name in ("name", "address", "time_zone", "latitude", "longitude", "phone")
}
VISIT_TYPE = {"id": "visit_type_id", "minutes": "duration_minutes"} | {
    name: name for name in ("code", "kind", "name", "specialty", "price", "preparation")
}
DOCTOR = {name: name for name in SAME} | {
    "id": "doctor_id",
    "name": "full_name",
    "branch": "branch_id",
    "office": "office_number",
    "languages": "languages",
    "adults": "sees_adults",
    "children": "sees_children",
}
"""From the names of a file to those of the domain."""


def merged(current: Schedule, document: ImportDocument) -> Schedule:
    """Fields that an entry gives replace those of what has its id. Raises BadImport for ids given twice or unknown."""
    problems = _given_twice(document)
    branches = current.branches | {e.id: _branch(e, current.branches.get(e.id)) for e in document.branches}
    visit_types = current.visit_types | {
        e.id: _visit_type(e, current.visit_types.get(e.id)) for e in document.visit_types
    }
    doctors = current.doctors | {e.id: _doctor(e, current.doctors.get(e.id)) for e in document.doctors}
    problems += [
        f"doctors, id {doctor.doctor_id}, branch: there is no branch {doctor.branch_id}"
        for doctor in doctors.values()
        if doctor.branch_id not in branches
    ]
    problems += [
        f"branches, id {branch.branch_id}, latitude: it goes with longitude, and neither without the other"
        for branch in branches.values()
        if (branch.latitude is None) != (branch.longitude is None)
    ]
    codes = Counter(visit_type.code for visit_type in visit_types.values())
    problems += [
        f"visit_types, id {visit_type.visit_type_id}, code: '{visit_type.code}' is used twice"
        for visit_type in visit_types.values()
        if codes[visit_type.code] > 1
    ]
    if problems:
        raise BadImport(problems)
    return Schedule(current.version + 1, branches, doctors, visit_types)


def _given_twice(document: ImportDocument) -> list[str]:
    sections: dict[str, list[int]] = {
        "branches": [entry.id for entry in document.branches],
        "visit_types": [entry.id for entry in document.visit_types],
        "doctors": [entry.id for entry in document.doctors],
    }
    return [
        f"{section}, id {twice}: this id is given twice"
        for section, ids in sections.items()
        for twice, count in Counter(ids).items()
        if count > 1
    ]


def _given(entry: Entry, known: object | None, names: Mapping[str, str]) -> dict[str, Any]:
    """What an entry says: for something new all of it, defaults too; for something known what is written."""
    said = set(type(entry).model_fields) if known is None else entry.model_fields_set
    return {ours: getattr(entry, theirs) for theirs, ours in names.items() if theirs in said}


def _branch(entry: BranchEntry, known: Branch | None) -> Branch:
    given = _given(entry, known, BRANCH)
    if entry.closures is not None:
        given["closures"] = tuple(sorted(Closure(*span) for span in _spans_of(entry.closures)))
    return replace(known, **given) if known else Branch(**given)


def _visit_type(entry: VisitTypeEntry, known: VisitType | None) -> VisitType:
    given = _given(entry, known, VISIT_TYPE)
    return replace(known, **given) if known else VisitType(**given)


def _doctor(entry: DoctorEntry, known: Doctor | None) -> Doctor:
    given = _given(entry, known, DOCTOR)
    if "languages" in given:
        given["languages"] = tuple(given["languages"])
    if entry.hours is not None:
        hours = [WeeklyHours(WEEKDAYS.index(day), *span) for day, spans in entry.hours.items() for span in spans]
        given["weekly_hours"] = tuple(sorted(hours))
    kept = known.exceptions if known else ()
    exceptions = [
        *_exceptions(ExceptionKind.TIME_OFF, entry.time_off, kept),
        *_exceptions(ExceptionKind.EXTRA_HOURS, entry.extra_hours, kept),
    ]
    given["exceptions"] = tuple(sorted(exceptions))
    return replace(known, **given) if known else Doctor(**given)


def _exceptions(
    kind: ExceptionKind, days: list[Days] | None, kept: tuple[ScheduleException, ...]
) -> list[ScheduleException]:
    if days is None:
        return [exception for exception in kept if exception.kind is kind]
    return [ScheduleException(kind, *span) for span in _spans_of(days)]


def _spans_of(days: list[Days]) -> list[tuple[date, date, int, int]]:
    return [
        (entry.first_day, entry.last_day or entry.first_day, start, end)
        for entry in days
        for start, end in entry.hours or [(0, DAY)]
    ]
