"""How the agent reaches a clinic: one Protocol, read-only. The bot implements it over HTTP, tests in memory."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from contracts.appointments import Appointment
from contracts.schedule import Branch, Doctor, PartOfDay, Slots, Specialty


@dataclass(frozen=True, slots=True)
class SlotQuery:
    """What to look for. A plain date means a whole day in the branch's zone, `to` inclusive; a datetime is aware."""

    specialty: str | None = None
    doctor_id: int | None = None
    branch_id: int | None = None
    from_: date | datetime | None = None
    to: date | datetime | None = None
    part_of_day: PartOfDay | None = None
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

    async def my_appointments(self) -> tuple[Appointment, ...]:
        """The patient's own future appointments."""
        ...
