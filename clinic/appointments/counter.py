"""The counter at which times are given out: check against the schedule, write under the lock, offer what is left."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import datetime
from typing import TypeVar

from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncConnection

from clinic.appointments.freed import OnFreed, take_notes
from clinic.appointments.placement import Placement, Request, place
from clinic.appointments.refusals import KeyUsed, SlotLost, SlotTaken, UnknownPerson
from clinic.appointments.tables import NO_OVERLAP
from clinic.platform.clock import Clock
from clinic.platform.constraints import broken_constraint
from clinic.platform.database import Database
from clinic.platform.errors import DomainError
from clinic.platform.settings import ClinicSettings
from clinic.schedule.asking import FreeSlot, ScheduleUnsettled, Wanted, Window
from clinic.schedule.availability import Availability
from clinic.schedule.current import CurrentSchedule

T = TypeVar("T")
MOST_TRIES = 5
INSTEAD = 5
"""How many free slots a refusal offers instead."""


class ScheduleChanged(Exception):
    """The schedule is not the one that the visit was checked against: check again."""

    def __init__(self, version: int) -> None:
        super().__init__(version)
        self.version = version


class PersonJustAdded(Exception):
    """Another booking has just brought in the same person: now there is one to refer to, so write again."""


REFUSED_BY_DATABASE: dict[str, type[Exception]] = {
    NO_OVERLAP: SlotTaken,
    "appointments_client_id_fkey": UnknownPerson,
    "idempotency_keys_pkey": KeyUsed,
    "people_pkey": PersonJustAdded,
}
"""The database has the last word; this is what each of its rules means here."""


class Counter:
    """What every use case that gives out a doctor's time needs."""

    def __init__(
        self,
        database: Database,
        current: CurrentSchedule,
        availability: Availability,
        clock: Clock,
        settings: ClinicSettings,
        on_freed: OnFreed | None = None,
    ) -> None:
        self.database = database
        self.clock = clock
        self.settings = settings
        self.schedule = current
        self.availability = availability
        self._on_freed = on_freed

    async def give(
        self, request: Request, write: Callable[[Placement, datetime], Awaitable[T]], *, for_patient: bool
    ) -> T:
        """Place the request and `write` it; write may raise ScheduleChanged to have it placed anew.

        Raises what `place` and `write` raise; a SlotLost leaves with the nearest free slots.
        """
        compiled = self.schedule.kept() or await self.schedule.newest()
        for _ in range(MOST_TRIES):
            now = self.clock()
            try:
                placement = place(compiled, request, now, for_patient=for_patient)
            except DomainError:
                # The refusal may rest on a schedule that is no longer true.
                newest = await self.schedule.newest()
                if newest.version == compiled.version:
                    raise
                compiled = newest
                continue
            try:
                return await write(placement, now)
            except ScheduleChanged as change:
                compiled = await self.schedule.at(change.version)
            except PersonJustAdded:
                continue
            except SlotLost as lost:
                lost.nearest = await self.instead(request)
                raise
        raise ScheduleUnsettled

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[AsyncConnection]:
        """A transaction that says in the domain's terms which rule of the database refused.

        What it frees of a doctor's time goes to whoever waits for it before anybody else can see it.
        """
        if self._on_freed is not None and self.schedule.kept() is None:
            await self.schedule.newest()  # now: it takes a connection of its own
        try:
            async with self.database.transaction() as connection:
                freed = await take_notes(connection)
                yield connection
                if freed and self._on_freed is not None:
                    await self._on_freed(connection, freed, self.clock())
        except IntegrityError as error:
            refusal = REFUSED_BY_DATABASE.get(broken_constraint(error))
            if refusal is None:
                raise
            raise refusal from error

    async def instead(self, request: Request) -> tuple[FreeSlot, ...]:
        """What is free from the wanted time on, with any doctor of the same specialty."""
        compiled = self.schedule.kept() or await self.schedule.newest()
        doctor = compiled.schedule.doctors.get(request.doctor_id)
        wanted = Wanted(specialty=doctor.specialty if doctor else None, visit_type_id=request.visit_type_id)
        return await self.availability.slots(wanted, Window(max(request.start, self.clock())), INSTEAD)
