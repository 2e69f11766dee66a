"""Any schedule, written out as an import file and brought into an empty clinic, is that schedule again."""

from collections import defaultdict
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from clinic.schedule.domain.clinic import Branch, Doctor, Schedule, VisitKind, VisitType
from clinic.schedule.domain.rules import Closure, ExceptionKind, ScheduleException, WeeklyHours
from clinic.schedule.importing.difference import difference
from clinic.schedule.importing.document import WEEKDAYS
from clinic.schedule.importing.merge import merged
from clinic.schedule.importing.read_file import parse
from clinic.schedule.importing.times import format_spans

EMPTY = Schedule(0, {}, {}, {})

letters = st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cn", "Co"])
awkward = st.sampled_from(["no", "off", "~", "null", "012", "09:30", "- a", "a: b", "#1", "*a", "'", "=", "<<", "1e3"])
texts = st.text(letters, max_size=20).map(str.strip) | awkward
names = texts.filter(bool)
codes = st.from_regex(r"[a-z][a-z0-9_]{1,9}", fullmatch=True)
ids = st.integers(1, 2_000_000_000)
days = st.integers(0, 800).map(lambda n: date(2026, 1, 1) + timedelta(days=n))
periods = st.tuples(days, days).map(lambda pair: (min(pair), max(pair)))
hours = st.tuples(st.integers(0, 1440), st.integers(0, 1440)).filter(lambda s: s[0] != s[1]).map(sorted)


@st.composite
def day_hours(draw: st.DrawFn) -> list[tuple[int, int]]:
    """Spans of one day that do not overlap; some touch."""
    marks = sorted(draw(st.lists(st.integers(0, 1440), max_size=6, unique=True)))
    return list(zip(marks[::2], marks[1::2], strict=False))


@st.composite
def weeks(draw: st.DrawFn) -> tuple[WeeklyHours, ...]:
    return tuple(WeeklyHours(day, *span) for day in range(7) for span in draw(day_hours()))


closures = st.builds(lambda period, span: Closure(*period, *span), periods, hours)
exceptions = st.builds(
    lambda kind, period, span: ScheduleException(kind, *period, *span), st.sampled_from(ExceptionKind), periods, hours
)
branches = st.builds(
    Branch,
    branch_id=ids,
    name=names,
    address=texts,
    time_zone=st.sampled_from(["UTC", "Europe/Moscow", "America/New_York"]),
    closures=st.lists(closures, max_size=3).map(lambda found: tuple(sorted(found))),
    phone=st.none() | st.sampled_from(["+7 495 000-00-10", "8 (495) 000", "112-00"]),
)
places = st.none() | st.tuples(st.floats(-90, 90), st.floats(-180, 180))
branches = st.builds(
    lambda branch, place: replace(branch, latitude=place[0], longitude=place[1]) if place else branch, branches, places
)
visit_types = st.builds(
    VisitType,
    visit_type_id=ids,
    code=codes,
    kind=st.sampled_from(VisitKind),
    name=names,
    duration_minutes=st.integers(5, 480),
    specialty=st.none() | codes,
    price=st.none() | st.sampled_from(["0 EUR", "2500.00 RUB"]),
    preparation=texts,
)


def doctors_of(branch_ids: list[int]) -> st.SearchStrategy[Doctor]:
    return st.builds(
        Doctor,
        doctor_id=ids,
        full_name=names,
        specialty=codes,
        branch_id=st.sampled_from(branch_ids),
        office_number=texts,
        languages=st.lists(st.sampled_from(["ru", "en", "no", "on"]), unique=True).map(tuple),
        sees_adults=st.booleans(),
        sees_children=st.booleans(),
        gender=st.sampled_from([None, "female", "male"]),
        slot_minutes=st.integers(5, 480),
        buffer_before=st.integers(0, 240),
        buffer_after=st.integers(0, 240),
        lead_minutes=st.integers(0, 525_600),
        horizon_days=st.integers(1, 730),
        weekly_hours=weeks(),
        exceptions=st.lists(exceptions, max_size=3).map(lambda found: tuple(sorted(found))),
    )


@st.composite
def schedules(draw: st.DrawFn) -> Schedule:
    found = draw(st.lists(branches, max_size=3, unique_by=lambda b: b.branch_id))
    doctors: list[Doctor] = []
    if found:
        of_branches = doctors_of([b.branch_id for b in found])
        doctors = draw(st.lists(of_branches, max_size=3, unique_by=lambda d: d.doctor_id))
    return Schedule(
        version=1,
        branches={b.branch_id: b for b in found},
        doctors={d.doctor_id: d for d in doctors},
        visit_types={
            v.visit_type_id: v
            for v in draw(st.lists(visit_types, max_size=3, unique_by=(lambda v: v.visit_type_id, lambda v: v.code)))
        },
    )


def period(entry: Closure | ScheduleException) -> dict[str, Any]:
    first, last = entry.first_day.isoformat(), entry.last_day.isoformat()  # one date twice would become an alias
    return {"from": first, "to": last, "hours": format_spans([(entry.start, entry.end)])}


def written(schedule: Schedule) -> str:
    """The schedule as an import file."""
    return yaml.safe_dump(
        {
            "branches": [
                {"id": b.branch_id, "name": b.name, "address": b.address, "time_zone": b.time_zone}
                | {"latitude": b.latitude, "longitude": b.longitude, "phone": b.phone}
                | {"closures": [period(closure) for closure in b.closures]}
                for b in schedule.branches.values()
            ],
            "visit_types": [
                {"id": v.visit_type_id, "code": v.code, "kind": v.kind.value, "name": v.name}
                | {"minutes": v.duration_minutes, "specialty": v.specialty, "price": v.price}
                | {"preparation": v.preparation}
                for v in schedule.visit_types.values()
            ],
            "doctors": [doctor(d) for d in schedule.doctors.values()],
        },
        allow_unicode=True,
    )


def doctor(d: Doctor) -> dict[str, Any]:
    week: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for h in d.weekly_hours:
        week[WEEKDAYS[h.weekday]].append((h.start, h.end))
    same = ("specialty", "gender", "slot_minutes", "buffer_before", "buffer_after", "lead_minutes", "horizon_days")
    return {
        "id": d.doctor_id,
        "name": d.full_name,
        "branch": d.branch_id,
        "office": d.office_number,
        "languages": list(d.languages),
        "adults": d.sees_adults,
        "children": d.sees_children,
        "hours": {day: format_spans(spans) for day, spans in week.items()},
        "time_off": [period(e) for e in d.exceptions if e.kind is ExceptionKind.TIME_OFF],
        "extra_hours": [period(e) for e in d.exceptions if e.kind is ExceptionKind.EXTRA_HOURS],
    } | {name: getattr(d, name) for name in same}


@settings(max_examples=60, deadline=None)
@given(schedules())
def test_a_schedule_written_out_and_brought_in_is_the_same(schedule: Schedule) -> None:
    assert merged(EMPTY, parse(written(schedule), csv_format=False)) == schedule


@settings(max_examples=60, deadline=None)
@given(schedules(), schedules())
def test_a_schedule_laid_over_another_shows_every_difference_and_then_none(a: Schedule, b: Schedule) -> None:
    free = Schedule(a.version, a.branches, a.doctors, {})  # so that no code of a visit type is used twice
    document = parse(written(b), csv_format=False)
    over = merged(free, document)
    assert over.doctors == free.doctors | b.doctors
    for change in difference(free, over):
        assert change.lines()
        assert all("\n" not in line for line in change.lines())
    assert difference(over, merged(over, document)) == []
