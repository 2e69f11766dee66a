"""Questions about free time: which slots, which is nearest, and why nothing earlier. Anybody with a token may ask."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from clinic.platform.clock import Clock
from clinic.platform.database import Database
from clinic.platform.errors import DomainError
from clinic.schedule.compiled import CompiledSchedule
from clinic.schedule.current import CurrentSchedule
from clinic.schedule.domain.clinic import Branch, Doctor, VisitType
from clinic.schedule.domain.rules import DAY
from clinic.schedule.engine.explain import Obstacle, obstacles
from clinic.schedule.engine.free import Desk, Wish, soonest
from clinic.schedule.engine.grid import WHOLE_DAY, Span
from clinic.schedule.engine.local_day import local_day
from clinic.schedule.engine.minutes import Minute, to_minute, to_minute_up
from clinic.schedule.engine.occupancy import Busy
from clinic.schedule.taken import Taken

EXPLAINED_DOCTORS = 20
MOST_RELOADS = 5
FOREVER: Minute = 2**40


@dataclass(frozen=True, slots=True)
class Wanted:
    """With whom a visit is wanted: every condition that is given must hold."""

    specialty: str | None = None
    doctor_id: int | None = None
    branch_id: int | None = None
    visit_type_id: int | None = None


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


class Availability:
    """Reads the newest state on every call; see `taken` for how that stays cheap."""

    def __init__(self, database: Database, current: CurrentSchedule, clock: Clock) -> None:
        self._database = database
        self._current = current
        self._taken = Taken()
        self._clock = clock

    async def is_taken(self, doctor_id: int, begin: Minute, end: Minute) -> bool:
        """Whether somebody has any of a doctor's time between two moments.

        Asked before a booking queues for the doctor's lock, so that a crowd that wants one slot does not stand in line
        to hear no. A free time is mostly known as free, and then this reads nothing: the lock decides.
        """
        now = self._clock()
        kept = self._taken.kept(doctor_id, now)
        if kept is None or not kept.meets(begin, end):
            return False
        async with self._database.reading() as connection:
            _, taken = await self._taken.of(connection, [doctor_id], now)
        return doctor_id in taken and taken[doctor_id].meets(begin, end)

    async def free(self, wanted: Wanted, window: Window, limit: int) -> Answer:
        """The first `limit` free slots that start in the window, soonest first. Raises UnknownVisitType, BadWindow."""
        if window.ends_before_it_begins():
            raise BadWindow
        now = self._clock()
        minute = to_minute(now)
        compiled, doctors, duration, taken = await self._as_it_stands(wanted, now)
        asked = [
            (
                Desk(d, compiled.grid(d, minute), taken[d.doctor_id]),
                window.wish(compiled.rules(d).zone, duration, minute),
            )
            for d in doctors
        ]
        slots = tuple(
            FreeSlot(
                doctor,
                compiled.schedule.branch_of(doctor),
                start,
                duration or doctor.slot_minutes,
                wanted.visit_type_id,
            )
            for start, doctor in soonest(asked, minute, limit)
        )
        return Answer(slots, tuple(_explain(compiled, asked, minute)), no_doctor=not doctors)

    async def _as_it_stands(
        self, wanted: Wanted, now: datetime
    ) -> tuple[CompiledSchedule, list[Doctor], int | None, dict[int, Busy]]:
        """Schedule, doctors and what is taken, all of one moment."""
        compiled = self._current.kept() or await self._current.newest()
        for _ in range(MOST_RELOADS):
            try:
                doctors, duration = _choose(compiled, wanted)
            except UnknownVisitType:
                known, compiled = compiled, await self._current.newest()
                if known.version == compiled.version:
                    raise
                continue
            async with self._database.reading() as connection:
                version, taken = await self._taken.of(connection, [d.doctor_id for d in doctors], now)
            if version == compiled.version:
                return compiled, doctors, duration, taken
            compiled = await self._current.at(version)
        raise ScheduleUnsettled


def _choose(compiled: CompiledSchedule, wanted: Wanted) -> tuple[list[Doctor], int | None]:
    doctors = list(compiled.doctors(wanted.specialty, wanted.doctor_id, wanted.branch_id))
    if wanted.visit_type_id is None:
        return doctors, None
    visit_type: VisitType | None = compiled.schedule.visit_types.get(wanted.visit_type_id)
    if visit_type is None:
        raise UnknownVisitType
    return [doctor for doctor in doctors if visit_type.offered_by(doctor)], visit_type.duration_minutes


def _explain(
    compiled: CompiledSchedule, asked: list[tuple[Desk, Wish]], now: Minute
) -> Iterable[tuple[Doctor, Obstacle]]:
    for desk, wish in asked[:EXPLAINED_DOCTORS]:
        for obstacle in obstacles(desk, compiled.rules(desk.doctor), wish, now):
            yield desk.doctor, obstacle
