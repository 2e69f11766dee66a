"""The agent's view of the clinic, over the client's calls for one patient."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import TypeVar

from agent.gateway import ClinicUnavailable, SlotQuery
from api_client import ClinicCalls, ClinicClientError, NotFound
from contracts.appointments import Appointment, AppointmentStatus
from contracts.schedule import Branch, Doctor, Slots, Specialty

Answer = TypeVar("Answer")
COMING = (AppointmentStatus.PENDING, AppointmentStatus.CONFIRMED, AppointmentStatus.NEEDS_REBOOKING)
_MOST = 50


class HttpClinicGateway:
    """Implements agent.gateway.ClinicGateway; every failure of the client becomes ClinicUnavailable."""

    def __init__(self, calls: ClinicCalls, clock: Callable[[], datetime], client_id: int | None = None) -> None:
        """`calls` act on behalf of the patient; `clock` gives now, aware.

        `client_id`: who is going to visit, so that only doctors who see that age are found; None: not known.
        """
        self._calls = calls
        self._clock = clock
        self._client_id = client_id

    async def branches(self) -> tuple[Branch, ...]:
        return await _answered(self._calls.branches())

    async def specialties(self) -> tuple[Specialty, ...]:
        return await _answered(self._calls.specialties())

    async def doctors(self, *, specialty: str | None = None, branch_id: int | None = None) -> tuple[Doctor, ...]:
        return await _answered(self._calls.doctors(specialty=specialty, branch_id=branch_id))

    async def free_slots(self, query: SlotQuery) -> Slots:
        return await self._for_visitor(
            lambda client_id: self._calls.slots(
                specialty=query.specialty,
                doctor_id=query.doctor_id,
                branch_id=query.branch_id,
                client_id=client_id,
                from_=query.from_,
                to=query.to,
                part_of_day=query.part_of_day,
                limit=query.limit,
            )
        )

    async def nearest_slots(self, query: SlotQuery) -> Slots:
        return await self._for_visitor(
            lambda client_id: self._calls.nearest_slots(
                specialty=query.specialty,
                doctor_id=query.doctor_id,
                branch_id=query.branch_id,
                client_id=client_id,
                after=query.from_,
                limit=query.limit,
            )
        )

    async def _for_visitor(self, call: Callable[[int | None], Awaitable[Slots]]) -> Slots:
        """A person who has been erased since is looked for no more: anybody's times are better than none."""
        try:
            return await call(self._client_id)
        except NotFound:
            return await _answered(call(None))
        except ClinicClientError as error:
            raise ClinicUnavailable(str(error)) from error

    async def my_appointments(self) -> tuple[Appointment, ...]:
        return await _answered(coming_appointments(self._calls, self._clock()))


async def coming_appointments(calls: ClinicCalls, now: datetime) -> tuple[Appointment, ...]:
    """The account's appointments from `now` on, soonest first. Raises ClinicClientError."""
    pages = await asyncio.gather(*(calls.appointments(from_=now, status=status, size=_MOST) for status in COMING))
    return tuple(sorted((a for page in pages for a in page.appointments), key=lambda a: (a.start_time, a.id)))


async def _answered(call: Awaitable[Answer]) -> Answer:
    try:
        return await call
    except ClinicClientError as error:
        raise ClinicUnavailable(str(error)) from error
