"""Where tickets are: the one way to write them, which forgets what was kept of them."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from sqlalchemy.ext.asyncio import AsyncConnection

from clinic.platform.clock import Clock
from clinic.platform.database import Database
from clinic.tickets.cache import TicketCache

PAGES = "pages"


def group_of(ticket_id: int) -> str:
    return f"ticket/{ticket_id}"


class Writing:
    """A transaction that changes tickets."""

    def __init__(self, connection: AsyncConnection) -> None:
        self.connection = connection
        self.touched: set[int] = set()
        """The tickets whose answers are forgotten after the commit."""


class TicketStore:
    def __init__(self, database: Database, clock: Clock, cache: TicketCache) -> None:
        self.database = database
        self.clock = clock
        self.cache = cache

    @asynccontextmanager
    async def writing(self) -> AsyncIterator[Writing]:
        """Commits once at the end of the block; then, and also if nobody knows whether it did, the cache forgets."""
        touched: set[int] = set()
        try:
            async with self.database.transaction() as connection:
                writing = Writing(connection)
                touched = writing.touched
                yield writing
        finally:
            if touched:
                await self.cache.forget([PAGES, *map(group_of, touched)])
