"""The newest schedule, kept in the process and checked against the database's version number."""

import asyncio

from sqlalchemy import select

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
        """The schedule as it stands now, which was at `version` a moment ago; read again if what is kept is not that.

        A lower number is as different as a higher one: a restored backup has one. Loading takes a connection of its
        own, so the caller must hold none: callers that wait for each other's connections would never get one.
        """
        if self._compiled is None or self._compiled.version != version:
            async with self._loading:
                if self._compiled is None or self._compiled.version != version:
                    self._compiled = CompiledSchedule(await load(self._database))
        return self._compiled

    async def newest(self) -> CompiledSchedule:
        """The schedule as it stands now: one small read."""
        async with self._database.reading() as reading:
            version = (await reading.execute(CURRENT_VERSION)).scalar_one()
        return await self.at(version)
