"""A manager agrees: the visit is confirmed."""

from datetime import datetime

from sqlalchemy import RowMapping
from sqlalchemy.ext.asyncio import AsyncConnection

from clinic.applications.domain.states import State
from clinic.applications.locking import check_undecided, check_version, locked
from clinic.applications.refusals import NoTime
from clinic.applications.write import change, decided
from clinic.appointments.change import change_state
from clinic.appointments.counter import Counter
from clinic.appointments.domain.states import State as VisitState
from clinic.appointments.read import find as find_visit
from clinic.appointments.refusals import TooLate


class Approve:
    """For staff. The same manager may repeat it: it stays as it is.

    Raises NotFound, Decided, NoTime, TooLate for a visit that has begun, ChangedMeanwhile.
    """

    def __init__(self, counter: Counter) -> None:
        self._counter = counter

    async def __call__(self, application_id: int, by: str, version: int | None = None) -> None:
        now = self._counter.clock()
        async with self._counter.transaction() as connection:
            row = await locked(connection, application_id)
            if row["status"] == State.APPROVED and row["decided_by"] == by:
                return
            check_undecided(row)
            check_version(row, version)
            await approve(connection, row, by, now)


async def approve(connection: AsyncConnection, row: RowMapping, by: str, now: datetime) -> None:
    """The same inside a transaction in which `row` is locked and undecided. Raises NoTime, TooLate."""
    if row["appointment_id"] is None:
        raise NoTime
    visit = await find_visit(connection, row["appointment_id"], None)
    if visit["start_time"] <= now:
        raise TooLate
    await change(connection, row, "approved", now, **decided(State.APPROVED, by, now))
    await change_state(connection, visit["id"], VisitState.CONFIRMED, now, account=None)
