"""The newest schedule, kept in the process and checked against the database's version number."""

import asyncio

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from clinic.platform.database import Database
from clinic.schedule.compiled import CompiledSchedule
from clinic.schedule.load import load
from clinic.schedule.tables import schedule_version

CURRENT_VERSION = select(schedule_version.c.version)


class CurrentSchedule:
    """Hands out the compiled schedule. The caller brings the version number that it just read from the database."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._compiled: CompiledSchedule | None = None
        self._loading = asyncio.Lock()

    def kept(self) -> CompiledSchedule | None:
        """What is kept, perhaps outdated: only good for asking the database a precise question."""
        return self._compiled

    async def at(self, version: int) -> CompiledSchedule:
        """The schedule at this version or a newer one; read again only if what is kept is older."""
        if self._compiled is None or self._compiled.version < version:
            async with self._loading:
                if self._compiled is None or self._compiled.version < version:
                    self._compiled = CompiledSchedule(await load(self._database))
        return self._compiled

    async def newest(self, connection: AsyncConnection | None = None) -> CompiledSchedule:
        """The schedule as it stands now: one small read."""
        if connection is not None:
            return await self.at((await connection.execute(CURRENT_VERSION)).scalar_one())
        async with self._database.reading() as reading:
            version = (await reading.execute(CURRENT_VERSION)).scalar_one()
        return await self.at(version)
