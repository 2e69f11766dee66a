"""A manager says no: the time goes back to all, and the patient gets the reason and other times."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import RowMapping
from sqlalchemy.ext.asyncio import AsyncConnection

from clinic.applications.domain.states import State
from clinic.applications.instead import instead
from clinic.applications.locking import check_undecided, locked
from clinic.applications.read import find
from clinic.applications.write import change, decided
from clinic.appointments.change import change_state
from clinic.appointments.counter import Counter, ScheduleChanged
from clinic.appointments.domain.states import State as VisitState
from clinic.appointments.placement import Placement
from clinic.appointments.read import find as find_visit
from clinic.appointments.refusals import SlotTaken
from clinic.offers.domain import Kind
from clinic.offers.make import NewOffer, make_offer
from clinic.people.visitors import find_visitor
from clinic.platform.errors import NotFound
from clinic.schedule.asking import UnknownVisitType, Wanted
from contracts.applications import DEADLINE

ALTERNATIVES = 3
MOST_TRIES = 3
"""Rounds of looking for other times; in the last one the patient is told without any."""


class Decline:
    """For staff, and for the deadline. The same manager may repeat it: it stays as it is.

    Raises NotFound, Decided, ChangedMeanwhile.
    """

    def __init__(self, counter: Counter) -> None:
        self._counter = counter

    async def __call__(self, application_id: int, by: str, reason: str | None) -> None:
        """`reason` is what the patient reads; only the deadline has none."""
        for attempt in range(1, MOST_TRIES + 1):
            others = await self._others(application_id) if attempt < MOST_TRIES else []
            try:
                await self._decline(application_id, by, reason, others)
            except (SlotTaken, ScheduleChanged):
                if attempt == MOST_TRIES:
                    raise
            else:
                return

    async def _others(self, application_id: int) -> list[Placement]:
        """What is free instead, if anybody is there to be offered it."""
        async with self._counter.database.reading() as connection:
            row = await find(connection, application_id, None)
            if row["account_id"] is None or row["client_id"] is None:
                return []
            visit = None
            if row["appointment_id"] is not None:
                visit = await find_visit(connection, row["appointment_id"], None)
        understood = row["understood"]
        specialty = visit["specialty"] if visit else understood.get("specialty")
        if specialty is None:
            return []
        try:
            wanted = Wanted(
                specialty=specialty,
                doctor_id=visit["doctor_id"] if visit else understood.get("doctor_id"),
                branch_id=row["branch_id"],
                visit_type_id=visit["visit_type_id"] if visit else None,
                visitor=await find_visitor(self._counter.database, row["client_id"], None),
            )
            wished = visit["start_time"] if visit else self._counter.clock()
            return await instead(self._counter, wanted, wished, ALTERNATIVES)
        except (NotFound, UnknownVisitType):
            return []

    async def _decline(self, application_id: int, by: str, reason: str | None, others: Sequence[Placement]) -> None:
        now = self._counter.clock()
        async with self._counter.transaction() as connection:
            row = await locked(connection, application_id, {placed.doctor.doctor_id for placed in others})
            if row["status"] == State.DECLINED and row["decided_by"] == by:
                return
            check_undecided(row)
            if by == DEADLINE and (row["decide_by"] is None or row["decide_by"] > now):
                return  # undone and proposed anew, or moved: another deadline holds
            await change(connection, row, "declined", now, **decided(State.DECLINED, by, now, reason))
            if row["appointment_id"] is not None:
                await change_state(
                    connection, row["appointment_id"], VisitState.DECLINED, now, account=None, status_reason=reason
                )
            if others:
                await self._offer(connection, row, others, now)

    async def _offer(
        self, connection: AsyncConnection, row: RowMapping, others: Sequence[Placement], now: datetime
    ) -> None:
        hours = timedelta(hours=self._counter.settings.review.alternatives_hours)
        until = min(now + hours, max(placed.start_time for placed in others))
        new = NewOffer(row["account_id"], row["client_id"], Kind.DECLINED, until, application_id=row["id"])
        await make_offer(connection, new, others, now)
