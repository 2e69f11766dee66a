"""A clinic in memory: an agent.gateway.ClinicGateway over real contract models."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from agent.gateway import ClinicUnavailable, SlotQuery
from contracts.appointments import Appointment, AppointmentStatus
from contracts.schedule import Branch, Doctor, PartOfDay, Reason, ReasonCode, Slot, Slots, Specialty, VisitType

MOSCOW = ZoneInfo("Europe/Moscow")
NOW = datetime(2026, 11, 18, 10, 20, tzinfo=MOSCOW)  # a Wednesday
TOMORROW = date(2026, 11, 19)
PARTS = {PartOfDay.MORNING: (0, 12), PartOfDay.AFTERNOON: (12, 17), PartOfDay.EVENING: (17, 24)}


def doctor(
    doctor_id: int,
    specialty: str,
    name: str = "",
    *,
    gender: str | None = None,
    languages: tuple[str, ...] = ("ru",),
    branch_id: int = 1,
) -> Doctor:
    return Doctor(
        doctor_id=doctor_id,
        full_name=name or f"Врач Номер{doctor_id}",
        specialty=specialty,
        branch_id=branch_id,
        office_number=str(100 + doctor_id),
        gender=gender,
        languages=languages,
        sees_adults=True,
        sees_children=specialty == "pediatrician",
    )


def slot(of: Doctor, start: datetime) -> Slot:
    return Slot(
        slot_id=f"slot-{of.doctor_id}-{start:%m%d-%H%M}",
        doctor_id=of.doctor_id,
        doctor_name=of.full_name,
        specialty=of.specialty,
        branch_id=of.branch_id,
        office_number=of.office_number,
        time_zone="Europe/Moscow",
        start_time=start,
        end_time=start + timedelta(minutes=30),
    )


def at(day: date, hour: int, minute: int = 0) -> datetime:
    return datetime.combine(day, time(hour, minute), MOSCOW)


@dataclass
class Clinic:
    """Free slots are those listed; a search that finds none answers `DOCTOR_FULL` until the first free one."""

    staff: tuple[Doctor, ...]
    free: tuple[Slot, ...]
    own: tuple[Appointment, ...] = ()
    past: tuple[Appointment, ...] = ()
    places: tuple[Branch, ...] = (Branch(branch_id=1, name="Центр", address="Ленина, 1", time_zone="Europe/Moscow"),)
    visits: tuple[VisitType, ...] = ()
    down: bool = False
    queries: list[SlotQuery] = field(default_factory=list)

    async def branches(self) -> tuple[Branch, ...]:
        self._answer()
        return self.places

    async def specialties(self) -> tuple[Specialty, ...]:
        self._answer()
        codes = [one.specialty for one in self.staff]
        return tuple(Specialty(code=code, doctors=codes.count(code)) for code in dict.fromkeys(codes))

    async def doctors(self, *, specialty: str | None = None, branch_id: int | None = None) -> tuple[Doctor, ...]:
        self._answer()
        of_it = (one for one in self.staff if specialty in (None, one.specialty))
        return tuple(one for one in of_it if branch_id in (None, one.branch_id))

    async def visit_types(self) -> tuple[VisitType, ...]:
        self._answer()
        return self.visits

    async def free_slots(self, query: SlotQuery) -> Slots:
        self._answer()
        self.queries.append(query)
        mine = list(self._mine(query))
        begin, end = _instant(query.from_) or NOW, _end(query.to)
        fits = [one for one in mine if begin <= one.start_time < end and _in_part(one, query.part_of_day)]
        return Slots(slots=tuple(fits[: query.limit]), reasons=() if fits else self._full(mine, begin))

    async def nearest_slots(self, query: SlotQuery) -> Slots:
        self._answer()
        self.queries.append(query)
        begin = _instant(query.from_) or NOW
        fits = [one for one in self._mine(query) if begin <= one.start_time]
        return Slots(slots=tuple(fits[: query.limit]))

    async def past_visits(self) -> tuple[Appointment, ...]:
        self._answer()
        return self.past

    async def my_appointments(self) -> tuple[Appointment, ...]:
        self._answer()
        return self.own

    def _answer(self) -> None:
        if self.down:
            raise ClinicUnavailable("down")

    def _mine(self, query: SlotQuery) -> Iterable[Slot]:
        whom = {one.doctor_id for one in self.staff if _answers_to(one, query)}
        return sorted((one for one in self.free if one.doctor_id in whom), key=lambda one: one.start_time)

    def _full(self, mine: list[Slot], begin: datetime) -> tuple[Reason, ...]:
        until = next((one.start_time for one in mine if one.start_time >= begin), None)
        return (Reason(code=ReasonCode.DOCTOR_FULL, message="full", doctor_id=1, until=until),)


def _answers_to(one: Doctor, query: SlotQuery) -> bool:
    wanted = (
        (query.specialty, one.specialty),
        (query.doctor_id, one.doctor_id),
        (query.branch_id, one.branch_id),
        (query.gender, one.gender),
    )
    return all(asked in (None, has) for asked, has in wanted) and query.language in (None, *one.languages)


def _instant(moment: date | datetime | None) -> datetime | None:
    return moment if moment is None or isinstance(moment, datetime) else at(moment, 0)


def _end(moment: date | datetime | None) -> datetime:
    if moment is None:
        return NOW + timedelta(days=365)
    return moment if isinstance(moment, datetime) else at(moment, 0) + timedelta(days=1)


def _in_part(one: Slot, part: PartOfDay | None) -> bool:
    first, last = PARTS[part] if part else (0, 24)
    return first <= one.start_time.hour < last


def a_clinic() -> Clinic:
    """Two ENT doctors with times tomorrow, a therapist with one next Tuesday, nobody else."""
    first, second, therapist = doctor(1, "ent"), doctor(2, "ent"), doctor(3, "therapist")
    times = (
        slot(first, at(TOMORROW, 17)),
        slot(first, at(TOMORROW, 17, 30)),
        slot(second, at(TOMORROW, 18)),
        slot(second, at(TOMORROW, 10)),
        slot(therapist, at(TOMORROW + timedelta(days=5), 9)),
    )
    return Clinic((first, second, therapist), times)


def an_appointment() -> Appointment:
    """On Friday at noon, with the ENT doctor; what a patient said about themselves is in it."""
    start = at(TOMORROW + timedelta(days=1), 12)
    return Appointment(
        id=7,
        doctor_id=1,
        client_id=5,
        patient_name="Тестов Тест",
        office_number="101",
        branch_id=1,
        time_zone="Europe/Moscow",
        start_time=start,
        end_time=start + timedelta(minutes=30),
        note="жалоба",
        status=AppointmentStatus.CONFIRMED,
        created_at=NOW,
        updated_at=NOW,
        doctor_name="Врач Номер1",
        specialty="ent",
    )
