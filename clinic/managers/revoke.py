"""Put a manager out of office."""

from sqlalchemy import update

from clinic.managers import news, present
from clinic.managers.read import find
from clinic.managers.tables import managers
from clinic.platform.clock import Clock
from clinic.platform.database import Database
from contracts.managers import Manager


class RevokeManager:
    """For the clinic's administrators; repeating it does no harm. Raises NotFound."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    async def __call__(self, manager_id: int) -> Manager:
        now = self._clock()
        async with self._database.transaction() as connection:
            row = await find(connection, manager_id, lock=True)
            if row["revoked_at"] is None:
                await connection.execute(
                    update(managers).where(managers.c.manager_id == manager_id).values(revoked_at=now)
                )
                await news.revoked(connection, manager_id, now)
        return present.manager(row)
