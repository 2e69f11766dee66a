"""Questions about free time: which slots, which is nearest, and why nothing earlier. Anybody with a token may ask."""

from collections import Counter
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from clinic.platform.clock import Clock
from clinic.platform.database import Database
from clinic.schedule.asking import Answer, BadWindow, FreeSlot, ScheduleUnsettled, UnknownVisitType, Wanted, Window
from clinic.schedule.compiled import CompiledSchedule
from clinic.schedule.current import CurrentSchedule
from clinic.schedule.domain.clinic import Doctor
from clinic.schedule.engine.days import counted, day_edges
from clinic.schedule.engine.explain import Obstacle, obstacles
from clinic.schedule.engine.free import Desk, Wish, free_starts, soonest
from clinic.schedule.engine.minutes import Minute, to_datetime, to_minute
from clinic.schedule.engine.occupancy import Busy
from clinic.schedule.engine.seeing import seen
from clinic.schedule.taken import Taken

EXPLAINED_DOCTORS = 20
MOST_RELOADS = 5
MOST_DAYS = 62
"""Two months: what a calendar shows at once."""

Asked = list[tuple[Desk, Wish]]


class Availability:
    """Reads the newest state on every call; see `taken` for how that stays cheap."""

    def __init__(self, database: Database, current: CurrentSchedule, clock: Clock) -> None:
        self._database = database
        self._current = current
        self._taken = Taken()
        self._clock = clock

    async def free(self, wanted: Wanted, window: Window, limit: int) -> Answer:
        """The first `limit` free slots that start in the window, soonest first, and why nothing earlier.

        Raises UnknownVisitType, BadWindow.
        """
        if window.ends_before_it_begins():
            raise BadWindow
        moment = await self._moment(wanted)
        asked = moment.asked(window)
        return Answer(moment.slots(asked, limit), moment.obstacles(asked), no_doctor=not asked)

    async def slots(self, wanted: Wanted, window: Window, limit: int) -> tuple[FreeSlot, ...]:
        """The slots alone: reasons cost more than they do."""
        moment = await self._moment(wanted)
        return moment.slots(moment.asked(window), limit)

    async def days(self, wanted: Wanted, window: Window) -> list[tuple[date, int]]:
        """How many slots are free on which of the branches' days, from the window's first on at most `MOST_DAYS` days.

        Raises UnknownVisitType, BadWindow.
        """
        if window.ends_before_it_begins():
            raise BadWindow
        moment = await self._moment(wanted)
        return sorted(moment.days(moment.asked(window)).items())[:MOST_DAYS]

    async def _moment(self, wanted: Wanted) -> "_Moment":
        now = self._clock()
        compiled = self._current.kept() or await self._current.newest()
        for _ in range(MOST_RELOADS):
            try:
                doctors, duration = _choose(compiled, wanted)
            except UnknownVisitType:
                known, compiled = compiled, await self._current.newest()
                if known.version == compiled.version:
                    raise
                continue
            version, taken = await self._read([doctor.doctor_id for doctor in doctors], now)
            if version == compiled.version:
                return _Moment(compiled, doctors, duration, wanted, taken, to_minute(now))
            compiled = await self._current.at(version)
        raise ScheduleUnsettled

    async def _read(self, doctor_ids: list[int], now: datetime) -> tuple[int, dict[int, Busy]]:
        async with self._database.reading() as connection:
            return await self._taken.of(connection, doctor_ids, now)


@dataclass(frozen=True, slots=True)
class _Moment:
    """The wanted doctors, their hours and what is taken, all of one moment."""

    compiled: CompiledSchedule
    doctors: list[Doctor]
    duration: int | None
    wanted: Wanted
    taken: dict[int, Busy]
    now: Minute

    def asked(self, window: Window) -> Asked:
        """The doctors who see the visitor, and when."""
        found, wishes = [], dict[ZoneInfo, Wish]()
        for doctor in self.doctors:
            zone = self.compiled.rules(doctor).zone
            if zone not in wishes:
                wishes[zone] = window.wish(zone, self.duration, self.now)
            wish = self._seen(wishes[zone], doctor, zone)
            if wish is not None:
                desk = Desk(doctor, self.compiled.grid(doctor, self.now), self.taken[doctor.doctor_id])
                found.append((desk, wish))
        return found

    def _seen(self, wish: Wish, doctor: Doctor, zone: ZoneInfo) -> Wish | None:
        visitor = self.wanted.visitor
        return wish if visitor is None else seen(wish, doctor, visitor, zone, self.now)

    def slots(self, asked: Asked, limit: int) -> tuple[FreeSlot, ...]:
        branch_of, visit_type = self.compiled.schedule.branch_of, self.wanted.visit_type_id
        return tuple(
            FreeSlot(doctor, branch_of(doctor), start, self.duration or doctor.slot_minutes, visit_type)
            for start, doctor in soonest(asked, self.now, limit)
        )

    def days(self, asked: Asked) -> Counter[date]:
        counts: Counter[date] = Counter()
        first = min((wish.begin for _, wish in asked), default=self.now)
        of_zone: dict[ZoneInfo, tuple[date, list[Minute]]] = {}
        for desk, wish in asked:
            zone = self.compiled.rules(desk.doctor).zone
            if zone not in of_zone:
                day = to_datetime(first, zone).date()
                of_zone[zone] = day, day_edges(zone, day, MOST_DAYS)
            day, edges = of_zone[zone]
            starts = free_starts(desk, replace(wish, end=min(wish.end, edges[-1])), self.now)
            for number, count in counted(starts, edges):
                counts[day + timedelta(days=number)] += count
        return counts

    def obstacles(self, asked: Asked) -> tuple[tuple[Doctor, Obstacle], ...]:
        return tuple(
            (desk.doctor, obstacle)
            for desk, wish in asked[:EXPLAINED_DOCTORS]
            for obstacle in obstacles(desk, self.compiled.rules(desk.doctor), wish, self.now)
        )


def _choose(compiled: CompiledSchedule, wanted: Wanted) -> tuple[list[Doctor], int | None]:
    doctors = [
        doctor
        for doctor in compiled.doctors(wanted.specialty, wanted.doctor_id, wanted.branch_id)
        if wanted.gender in (None, doctor.gender) and (wanted.language is None or wanted.language in doctor.languages)
    ]
    if wanted.visit_type_id is None:
        return doctors, None
    visit_type = compiled.schedule.visit_types.get(wanted.visit_type_id)
    if visit_type is None:
        raise UnknownVisitType
    return [doctor for doctor in doctors if visit_type.offered_by(doctor)], visit_type.duration_minutes
