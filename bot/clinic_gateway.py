"""The agent's view of the clinic, over the client's calls for one patient."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import TypeVar

from agent.gateway import ClinicUnavailable, SlotQuery
from api_client import ClinicCalls, ClinicClientError, NotFound
from bot.dialogue.directory import Directory
from contracts.appointments import Appointment, AppointmentStatus
from contracts.schedule import Branch, Doctor, Slots, Specialty, VisitType

Answer = TypeVar("Answer")
COMING = (AppointmentStatus.PENDING, AppointmentStatus.CONFIRMED, AppointmentStatus.NEEDS_REBOOKING)
PAST = (AppointmentStatus.CONFIRMED, AppointmentStatus.ARRIVED, AppointmentStatus.COMPLETED)
"""A visit that nobody has closed yet took place all the same; `no_show` and `cancelled` did not."""
_MOST = 50


class HttpClinicGateway:
    """Implements agent.gateway.ClinicGateway; every failure of the client becomes ClinicUnavailable."""

    def __init__(
        self,
        calls: ClinicCalls,
        clock: Callable[[], datetime],
        client_id: int | None = None,
        directory: Directory | None = None,
    ) -> None:
        """`calls` act on behalf of the patient; `clock` gives now, aware.

        `client_id`: who is going to visit, so that only doctors who see that age are found; None: not known.
        `directory`: what the clinic is, kept for a minute, so that not every message asks for it; None: it is asked.
        """
        self._calls = calls
        self._clock = clock
        self._client_id = client_id
        self._directory = directory

    async def branches(self) -> tuple[Branch, ...]:
        known = self._directory
        return await _answered(known.branches() if known is not None else self._calls.branches())

    async def specialties(self) -> tuple[Specialty, ...]:
        return await _answered(self._calls.specialties())

    async def doctors(self, *, specialty: str | None = None, branch_id: int | None = None) -> tuple[Doctor, ...]:
        if self._directory is None:
            return await _answered(self._calls.doctors(specialty=specialty, branch_id=branch_id))
        known = await _answered(self._directory.doctors())
        of_it = (one for one in known if specialty in (None, one.specialty))
        return tuple(one for one in of_it if branch_id in (None, one.branch_id))

    async def visit_types(self) -> tuple[VisitType, ...]:
        known = self._directory
        return await _answered(known.visit_types() if known is not None else self._calls.visit_types())

    async def free_slots(self, query: SlotQuery) -> Slots:
        return await self._for_visitor(
            lambda client_id: self._calls.slots(
                specialty=query.specialty,
                doctor_id=query.doctor_id,
                branch_id=query.branch_id,
                gender=query.gender,
                language=query.language,
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
                gender=query.gender,
                language=query.language,
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

    async def past_visits(self) -> tuple[Appointment, ...]:
        return await _answered(past_visits(self._calls, self._clock(), self._client_id))


async def past_visits(calls: ClinicCalls, now: datetime, client_id: int | None) -> tuple[Appointment, ...]:
    """The newest visits that took place before `now`, newest first: of a person, or of the whole account for None.

    Raises ClinicClientError.
    """
    pages = await asyncio.gather(*(_last_page(calls, now, client_id, status) for status in PAST))
    found = (one for page in pages for one in page if one.start_time < now)
    return tuple(sorted(found, key=lambda one: (one.start_time, one.id), reverse=True))


async def _last_page(
    calls: ClinicCalls, now: datetime, client_id: int | None, status: AppointmentStatus
) -> tuple[Appointment, ...]:
    """Pages begin with the oldest."""
    found = await calls.appointments(to=now, client_id=client_id, status=status, size=_MOST)
    last = -(-found.total // _MOST)
    if last > 1:
        found = await calls.appointments(to=now, client_id=client_id, status=status, page=last, size=_MOST)
    return found.appointments


async def coming_appointments(calls: ClinicCalls, now: datetime) -> tuple[Appointment, ...]:
    """The account's appointments from `now` on, soonest first. Raises ClinicClientError."""
    pages = await asyncio.gather(*(calls.appointments(from_=now, status=status, size=_MOST) for status in COMING))
    return tuple(sorted((a for page in pages for a in page.appointments), key=lambda a: (a.start_time, a.id)))


async def _answered(call: Awaitable[Answer]) -> Answer:
    try:
        return await call
    except ClinicClientError as error:
        raise ClinicUnavailable(str(error)) from error
