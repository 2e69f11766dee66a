"""Somebody in line, and which times fit what is waited for. No I/O."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from clinic.schedule.asking import Wanted, Window
from clinic.schedule.compiled import CompiledSchedule
from clinic.schedule.domain.clinic import Doctor
from clinic.schedule.domain.visitor import Visitor
from clinic.schedule.engine.free import Desk, Wish, upcoming
from clinic.schedule.engine.grid import Span
from clinic.schedule.engine.minutes import Minute
from clinic.schedule.engine.seeing import seen


@dataclass(frozen=True, slots=True)
class Waiting:
    wait_id: int
    account_id: int
    client_id: int
    specialty: str
    doctor_id: int | None
    branch_id: int | None
    visit_type_id: int | None
    first_day: date
    last_day: date
    """Inclusive, as is the first; days of each branch's own zone."""
    part: Span
    visitor: Visitor
    since: datetime

    @property
    def wanted(self) -> Wanted:
        return Wanted(
            self.specialty, self.doctor_id, self.branch_id, visit_type_id=self.visit_type_id, visitor=self.visitor
        )

    @property
    def window(self) -> Window:
        return Window(self.first_day, self.last_day, self.part)


def waiting_of(row: Mapping[Any, Any]) -> Waiting:
    """From a row of the line, see `read`."""
    return Waiting(
        wait_id=row["wait_id"],
        account_id=row["account_id"],
        client_id=row["client_id"],
        specialty=row["specialty"],
        doctor_id=row["doctor_id"],
        branch_id=row["branch_id"],
        visit_type_id=row["visit_type_id"],
        first_day=row["first_day"],
        last_day=row["last_day"],
        part=(row["start_minute"], row["end_minute"]),
        visitor=Visitor(row["relation"], row["birth_date"]),
        since=row["created_at"],
    )


def wish_with(compiled: CompiledSchedule, doctor: Doctor, waiting: Waiting, now: Minute) -> Wish | None:
    """When this doctor could see the person; None if the doctor, the branch or the age does not fit."""
    wanted = (waiting.specialty, waiting.doctor_id or doctor.doctor_id, waiting.branch_id or doctor.branch_id)
    if wanted != (doctor.specialty, doctor.doctor_id, doctor.branch_id):
        return None
    duration = None
    if waiting.visit_type_id is not None:
        visit_type = compiled.schedule.visit_types.get(waiting.visit_type_id)
        if visit_type is None or not visit_type.offered_by(doctor):
            return None
        duration = visit_type.duration_minutes
    zone = compiled.rules(doctor).zone
    return seen(waiting.window.wish(zone, duration, now), doctor, waiting.visitor, zone, now)


def near(wish: Wish, doctor: Doctor, begin: Minute, end: Minute) -> Wish:
    """The wish narrowed to visits that need, with their buffers, some of [`begin`, `end`)."""
    first = begin - wish.length(doctor) - doctor.buffer_after + 1
    return replace(wish, begin=max(wish.begin, first), end=min(wish.end, end + doctor.buffer_before))


def starts(desk: Desk, wish: Wish, now: Minute) -> Iterator[Minute]:
    """Every free start, ascending, also those that overlap each other: whoever rejects one may like the next."""
    begin = wish.begin
    while (start := next(upcoming(desk, replace(wish, begin=begin), now), None)) is not None:
        yield start
        begin = start + 1
