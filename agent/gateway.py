"""How the agent reaches a clinic: one Protocol, read-only. The bot implements it over HTTP, tests in memory."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from contracts.appointments import Appointment
from contracts.schedule import Branch, Doctor, Gender, PartOfDay, Slots, Specialty, VisitType


@dataclass(frozen=True, slots=True)
class SlotQuery:
    """What to look for. A plain date means a whole day in the branch's zone, `to` inclusive; a datetime is aware."""

    specialty: str | None = None
    doctor_id: int | None = None
    branch_id: int | None = None
    from_: date | datetime | None = None
    to: date | datetime | None = None
    part_of_day: PartOfDay | None = None
    gender: Gender | None = None
    """The doctor's."""
    language: str | None = None
    """That the doctor speaks, ISO 639-1."""
    limit: int = 5


class ClinicUnavailable(Exception):
    """The clinic did not answer, or answered with a failure that asking again might cure."""


class ClinicGateway(Protocol):
    """Reads of the clinic, on behalf of one patient. Every method may raise ClinicUnavailable."""

    async def branches(self) -> tuple[Branch, ...]: ...

    async def specialties(self) -> tuple[Specialty, ...]: ...

    async def doctors(self, *, specialty: str | None = None, branch_id: int | None = None) -> tuple[Doctor, ...]: ...

    async def free_slots(self, query: SlotQuery) -> Slots: ...

    async def nearest_slots(self, query: SlotQuery) -> Slots:
        """The first free slots from `query.from_` on (now if None); `to` and `part_of_day` are not used."""
        ...

    async def visit_types(self) -> tuple[VisitType, ...]: ...

    async def my_appointments(self) -> tuple[Appointment, ...]:
        """The patient's own future appointments."""
        ...

    async def past_visits(self) -> tuple[Appointment, ...]:
        """The visits that took place, of who is going to visit, the newest first."""
        ...
