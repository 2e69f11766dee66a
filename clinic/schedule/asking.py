"""What may be asked about free time, and what is answered."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from clinic.platform.errors import DomainError
from clinic.schedule.domain.clinic import Branch, Doctor
from clinic.schedule.domain.rules import DAY
from clinic.schedule.domain.visitor import Visitor
from clinic.schedule.engine.explain import Obstacle
from clinic.schedule.engine.free import Wish
from clinic.schedule.engine.grid import WHOLE_DAY, Span
from clinic.schedule.engine.local_day import local_day
from clinic.schedule.engine.minutes import Minute, to_minute_up

FOREVER: Minute = 2**40


@dataclass(frozen=True, slots=True)
class Wanted:
    """With whom a visit is wanted: every condition that is given must hold."""

    specialty: str | None = None
    doctor_id: int | None = None
    branch_id: int | None = None
    visit_type_id: int | None = None
    gender: str | None = None
    """The doctor's."""
    language: str | None = None
    """That the doctor speaks, ISO 639-1."""
    visitor: Visitor | None = None
    """Who is going to visit: doctors who do not see that age are left out."""


@dataclass(frozen=True, slots=True)
class Window:
    """When a visit may start: a plain date is a whole day in each branch's own zone, `to` inclusive."""

    from_: date | datetime | None = None
    """None: now."""
    to: date | datetime | None = None
    """None: as far as the doctors' horizons go."""
    part: Span = WHOLE_DAY

    def ends_before_it_begins(self) -> bool:
        if isinstance(self.from_, datetime) and isinstance(self.to, datetime):
            return self.to < self.from_
        if self.from_ is None or self.to is None:
            return False
        # A day and a moment may be of the same day in some zone: only days that are far apart are surely wrong.
        return _day(self.to) < _day(self.from_) - timedelta(days=1 if type(self.from_) is not type(self.to) else 0)

    def wish(self, zone: ZoneInfo, duration: int | None, now: Minute) -> Wish:
        begin, end = now, FOREVER
        if isinstance(self.from_, datetime):
            begin = max(now, to_minute_up(self.from_))
        elif self.from_ is not None:
            begin = max(now, local_day(zone, self.from_).opens(0))
        if isinstance(self.to, datetime):
            end = to_minute_up(self.to)
        elif self.to is not None:
            end = local_day(zone, self.to).closes(DAY)
        return Wish(begin, end, duration, self.part)


def _day(of: date | datetime) -> date:
    return of.date() if isinstance(of, datetime) else of


@dataclass(frozen=True, slots=True)
class FreeSlot:
    doctor: Doctor
    branch: Branch
    start: Minute
    duration: int
    visit_type_id: int | None


@dataclass(frozen=True, slots=True)
class Answer:
    slots: tuple[FreeSlot, ...]
    obstacles: tuple[tuple[Doctor, Obstacle], ...]
    no_doctor: bool = False
    """Nobody at the clinic answers to what was wanted."""


class UnknownVisitType(DomainError):
    def __init__(self) -> None:
        super().__init__("unknown_visit_type", "There is no such visit type. See GET /api/v1/visit-types.")


class BadWindow(DomainError):
    def __init__(self) -> None:
        super().__init__("bad_window", "'from' is after 'to'.")


class ScheduleUnsettled(DomainError):
    def __init__(self) -> None:
        super().__init__("unavailable", "The schedule is being changed again and again. Try again soon.")
