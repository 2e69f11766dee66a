"""The days that somebody waited for are over: the place ends, and they are told."""

from datetime import datetime

from sqlalchemy import select

from clinic.deliveries.news import News, Priority, tell_account
from clinic.platform.database import Database
from clinic.waits.domain import Status
from clinic.waits.events import bring
from clinic.waits.read import LOCKED
from clinic.waits.tables import waits

AT_ONCE = 50
DUE = (
    select(waits.c.wait_id)
    .where(waits.c.status == Status.WAITING.value)
    .order_by(waits.c.over_at, waits.c.wait_id)
    .limit(AT_ONCE)
)


class ExpireWaits:
    """A duty of the worker. Whoever has an offer is left alone until it has ended."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def __call__(self, now: datetime) -> int:
        """How many were ended, each in a transaction of its own."""
        async with self._database.reading() as connection:
            due = (await connection.execute(DUE.where(waits.c.over_at <= now))).scalars().all()
        return sum([await self._end(wait_id, now) for wait_id in due])

    async def _end(self, wait_id: int, now: datetime) -> bool:
        async with self._database.transaction() as connection:
            row = (await connection.execute(LOCKED, {"id": wait_id})).mappings().one_or_none()
            if row is None or row["status"] != Status.WAITING:
                return False
            await bring(connection, row, Status.EXPIRED, "expired", now)
            told = News("wait.expired", {"wait_id": wait_id, "at": now.isoformat()}, Priority.DESK)
            await tell_account(connection, row["account_id"], told, now)
            return True
