"""Questions about free time: which slots, which is nearest, and why nothing earlier. Anybody with a token may ask."""

from dataclasses import dataclass
from datetime import datetime

from clinic.platform.clock import Clock
from clinic.platform.database import Database
from clinic.schedule.asking import Answer, BadWindow, FreeSlot, ScheduleUnsettled, UnknownVisitType, Wanted, Window
from clinic.schedule.compiled import CompiledSchedule
from clinic.schedule.current import CurrentSchedule
from clinic.schedule.domain.clinic import Doctor
from clinic.schedule.engine.explain import Obstacle, obstacles
from clinic.schedule.engine.free import Desk, Wish, soonest
from clinic.schedule.engine.minutes import Minute, to_minute
from clinic.schedule.engine.occupancy import Busy
from clinic.schedule.taken import Taken

EXPLAINED_DOCTORS = 20
MOST_RELOADS = 5


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
        return Answer(moment.slots(window, limit), moment.obstacles(window), no_doctor=not moment.doctors)

    async def slots(self, wanted: Wanted, window: Window, limit: int) -> tuple[FreeSlot, ...]:
        """The slots alone: reasons cost more than they do."""
        return (await self._moment(wanted)).slots(window, limit)

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
                return _Moment(compiled, doctors, duration, wanted.visit_type_id, taken, to_minute(now))
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
    visit_type_id: int | None
    taken: dict[int, Busy]
    now: Minute

    def asked(self, window: Window) -> list[tuple[Desk, Wish]]:
        return [
            (
                Desk(doctor, self.compiled.grid(doctor, self.now), self.taken[doctor.doctor_id]),
                window.wish(self.compiled.rules(doctor).zone, self.duration, self.now),
            )
            for doctor in self.doctors
        ]

    def slots(self, window: Window, limit: int) -> tuple[FreeSlot, ...]:
        branch_of = self.compiled.schedule.branch_of
        return tuple(
            FreeSlot(doctor, branch_of(doctor), start, self.duration or doctor.slot_minutes, self.visit_type_id)
            for start, doctor in soonest(self.asked(window), self.now, limit)
        )

    def obstacles(self, window: Window) -> tuple[tuple[Doctor, Obstacle], ...]:
        return tuple(
            (desk.doctor, obstacle)
            for desk, wish in self.asked(window)[:EXPLAINED_DOCTORS]
            for obstacle in obstacles(desk, self.compiled.rules(desk.doctor), wish, self.now)
        )


def _choose(compiled: CompiledSchedule, wanted: Wanted) -> tuple[list[Doctor], int | None]:
    doctors = list(compiled.doctors(wanted.specialty, wanted.doctor_id, wanted.branch_id))
    if wanted.visit_type_id is None:
        return doctors, None
    visit_type = compiled.schedule.visit_types.get(wanted.visit_type_id)
    if visit_type is None:
        raise UnknownVisitType
    return [doctor for doctor in doctors if visit_type.offered_by(doctor)], visit_type.duration_minutes
