"""A card goes into a manager's hands and back. It keeps nobody from deciding: it keeps two from reading the same."""

from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, RowMapping, or_, select, update

from clinic.applications.locking import check_undecided
from clinic.applications.read import AWAITS_MANAGER, JOINED, awaits, find
from clinic.applications.refusals import Taken
from clinic.applications.tables import applications
from clinic.applications.write import write
from clinic.platform.clock import Clock
from clinic.platform.database import Database
from clinic.platform.errors import NotFound

MOST_TRIES = 20


class Cards:
    """For staff. What a manager took is theirs for some minutes."""

    def __init__(self, database: Database, clock: Clock, minutes: int) -> None:
        self._database = database
        self._clock = clock
        self._kept = timedelta(minutes=minutes)

    async def take(self, application_id: int, by: str) -> None:
        """Again by the same manager it is theirs for longer. Raises NotFound, Decided, Taken."""
        now = self._clock()
        async with self._database.transaction() as connection:
            row = await find(connection, application_id, None, lock=True)
            check_undecided(row)
            self._check_free(row, by, now)
            await write(connection, row, now, version=row["version"], taken_by=by, taken_at=now)

    async def release(self, application_id: int, by: str) -> None:
        """Back to the queue; one that nobody has stays there. Raises NotFound, Decided, Taken."""
        now = self._clock()
        async with self._database.transaction() as connection:
            row = await find(connection, application_id, None, lock=True)
            check_undecided(row)
            self._check_free(row, by, now)
            await write(connection, row, now, version=row["version"], taken_by=None, taken_at=None)

    async def next(self, by: str, branch_id: int | None) -> int:
        """The nearest deadline that nobody has, taken for `by`; two who ask at once get two. Raises NotFound."""
        now = self._clock()
        column = applications.c
        chosen = select(column.id).select_from(JOINED).where(AWAITS_MANAGER, self._free(now))
        if branch_id is not None:
            chosen = chosen.where(or_(column.branch_id == branch_id, column.branch_id.is_(None)))
        chosen = chosen.order_by(column.decide_by.asc().nulls_last(), column.id).limit(1)
        for _ in range(MOST_TRIES):
            async with self._database.transaction() as connection:
                locked = chosen.with_for_update(of=applications, skip_locked=True)
                found = (await connection.execute(locked)).scalar_one_or_none()
                if found is None:
                    break
                row = await find(connection, found, None)
                if awaits(row) == "manager":
                    await write(connection, row, now, version=row["version"], taken_by=by, taken_at=now)
                    return int(found)
        raise NotFound("application that waits")

    async def give_back(self, now: datetime) -> int:
        """A duty of the worker: what was taken and forgotten goes back; how many."""
        stale = update(applications).where(applications.c.taken_at <= now - self._kept)
        async with self._database.transaction() as connection:
            given = await connection.execute(stale.values(taken_by=None, taken_at=None, updated_at=now))
            return int(given.rowcount)

    def held_by_other(self, row: RowMapping, by: str, now: datetime) -> bool:
        return row["taken_by"] not in (None, by) and row["taken_at"] > now - self._kept

    def _check_free(self, row: RowMapping, by: str, now: datetime) -> None:
        if self.held_by_other(row, by, now):
            raise Taken(row["taken_by"], row["taken_at"])

    def _free(self, now: datetime) -> ColumnElement[bool]:
        return or_(applications.c.taken_by.is_(None), applications.c.taken_at <= now - self._kept)
