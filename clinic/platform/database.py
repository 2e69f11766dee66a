"""The database: one engine a process, with a pool of fixed size, and the metadata all tables register in."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import asyncpg
from sqlalchemy import MetaData, make_url, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

CONNECT_SECONDS = 3.0
WAIT_SECONDS = 10.0
"""For a free connection of the pool, and for a statement with the locks it waits for: then 503, not a hanging chat."""

FAILURES = (DBAPIError, asyncpg.PostgresError, asyncpg.InterfaceError, PoolTimeout, OSError)
"""What a call of the database may raise; failures to connect come from the driver as they are."""

metadata = MetaData(
    naming_convention={
        "ix": "%(table_name)s_%(column_0_N_name)s_idx",
        "uq": "%(table_name)s_%(column_0_N_name)s_key",
        "ck": "%(table_name)s_%(constraint_name)s_check",
        "fk": "%(table_name)s_%(column_0_N_name)s_fkey",
        "pk": "%(table_name)s_pkey",
    }
)


class Database:
    """Transactions and reads over one pool.

    Reads run in autocommit: one statement, one round trip. What must change together runs in `transaction`.
    """

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine
        self._reads = engine.execution_options(isolation_level="AUTOCOMMIT")
        self._snapshots = engine.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[AsyncConnection]:
        """Commits once at the end of the block; an exception rolls everything back."""
        async with self._engine.begin() as connection:
            yield connection

    @asynccontextmanager
    async def snapshot(self) -> AsyncIterator[AsyncConnection]:
        """Several reads of one moment: all statements of the block see the same committed state."""
        async with self._snapshots.connect() as connection:
            yield connection

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[AsyncConnection]:
        """A connection for single statements that need no transaction."""
        async with self._reads.connect() as connection:
            yield connection

    async def warm(self, connections: int) -> None:
        """Open the pool's connections now, so that no patient waits for one to open."""
        opened = [await self._engine.connect() for _ in range(connections)]
        try:
            for connection in opened:
                await connection.execute(text("SELECT 1"))
        finally:
            for connection in opened:
                await connection.close()

    async def close(self) -> None:
        await self._engine.dispose()


def connect(database_url: str, pool_size: int) -> Database:
    """A database at ``postgresql://…``; nothing is opened yet."""
    return Database(
        create_async_engine(
            async_url(database_url),
            pool_size=pool_size,
            max_overflow=0,
            hide_parameters=True,  # they are what patients wrote
            pool_timeout=WAIT_SECONDS,
            connect_args={"timeout": CONNECT_SECONDS, "command_timeout": WAIT_SECONDS},
        )
    )


def async_url(database_url: str) -> str:
    """The same address with the asyncpg driver, whatever driver it named."""
    url = make_url(database_url).set(drivername="postgresql+asyncpg")
    return url.render_as_string(hide_password=False)
