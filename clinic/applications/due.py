"""Duties of the worker: what nobody decided is decided at the deadline, and managers are reminded before."""

from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime

import structlog
from sqlalchemy import ColumnElement, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from clinic.applications import news
from clinic.applications.approve import approve
from clinic.applications.decline import Decline
from clinic.applications.domain.states import State
from clinic.applications.locking import locked
from clinic.applications.read import awaits, find
from clinic.applications.tables import applications
from clinic.applications.write import change, decided
from clinic.appointments.change import change_state
from clinic.appointments.counter import Counter
from clinic.appointments.domain.states import State as VisitState
from clinic.appointments.read import find as find_visit
from clinic.platform.errors import DomainError
from contracts.applications import DEADLINE

AT_ONCE = 50
log = structlog.get_logger(__name__)


class DecideDue:
    """At the deadline an application is confirmed or declined, as the clinic's settings say; one whose visit has begun
    meanwhile is expired."""

    def __init__(self, counter: Counter, decline: Decline) -> None:
        self._counter = counter
        self._decline = decline

    async def __call__(self, now: datetime) -> int:
        """How many were decided."""
        due = await _due(self._counter, applications.c.decide_by, now)
        return await _each(due, lambda application_id: self._decide(application_id, now))

    async def _decide(self, application_id: int, now: datetime) -> bool:
        confirm = self._counter.settings.review.default == "confirm"
        async with self._counter.transaction() as connection:
            row = await locked(connection, application_id)
            if awaits(row) != "manager" or row["decide_by"] is None or row["decide_by"] > now:
                return False
            visit = await find_visit(connection, row["appointment_id"], None)
            if visit["start_time"] <= now:
                await change(connection, row, "expired", now, **decided(State.EXPIRED, DEADLINE, now))
                await change_state(connection, visit["id"], VisitState.EXPIRED, now, account=None)
                return True
            if confirm:
                await approve(connection, row, DEADLINE, now)
                return True
        await self._decline(application_id, DEADLINE, None)
        return True


class RemindDue:
    """Managers hear once of an application that they have left for half of its time."""

    def __init__(self, counter: Counter) -> None:
        self._counter = counter

    async def __call__(self, now: datetime) -> int:
        """How many were told of."""
        due = await _due(self._counter, applications.c.remind_at, now)
        return await _each(due, lambda application_id: self._remind(application_id, now))

    async def _remind(self, application_id: int, now: datetime) -> bool:
        column = applications.c
        waiting = column.id == application_id, column.remind_at <= now, column.status == State.PROPOSED.value
        async with self._counter.transaction() as connection:
            told = await connection.execute(update(applications).where(*waiting).values(remind_at=None))
            if not told.rowcount:
                return False
            await self._tell(connection, application_id, now)
        return True

    async def _tell(self, connection: AsyncConnection, application_id: int, now: datetime) -> None:
        row = await find(connection, application_id, None)
        if row["decide_by"] > now:
            await news.for_managers(connection, "due_soon", row, now)


async def _due(counter: Counter, column: ColumnElement[datetime], now: datetime) -> Sequence[int]:
    """Applications whose moment in `column` has come, the longest due first."""
    query = select(applications.c.id).where(applications.c.status == State.PROPOSED.value, column <= now)
    async with counter.database.reading() as connection:
        return (await connection.execute(query.order_by(column, applications.c.id).limit(AT_ONCE))).scalars().all()


async def _each(due: Sequence[int], do: Callable[[int], Awaitable[bool]]) -> int:
    """Each in a transaction of its own: one that fails is tried again in the next round, and stops no other."""
    done = 0
    for application_id in due:
        try:
            done += await do(application_id)
        except DomainError:
            continue  # somebody was quicker
        except Exception as failure:
            log.error("application_due_failed", application_id=application_id, error=type(failure).__name__)
    return done
