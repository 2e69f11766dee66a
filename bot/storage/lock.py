"""One process of a database works at a time: it holds a lock that PostgreSQL takes from the dead at once."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from bot.storage.database import Connection, open_connection
from bot.storage.updates import INBOX_CHANNEL

THE_WORK = 7_146_023
BEAT_SECONDS = 5.0
# A machine that vanished says nothing: its connection, and with it the lock, ends after about ten seconds.
_KEEPALIVE = {"tcp_keepalives_idle": "5", "tcp_keepalives_interval": "2", "tcp_keepalives_count": "3"}


class LockLost(Exception):
    """The connection that held the lock is gone: another process may be at work already."""


class Held:
    """The lock is ours until `watch` raises."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._gone: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        connection.add_termination_listener(self._ended)

    async def watch(self) -> None:
        """Raises LockLost as soon as the connection ends, or answers no more."""
        while True:
            try:
                async with asyncio.timeout(BEAT_SECONDS):
                    await asyncio.shield(self._gone)
            except TimeoutError:
                pass
            if self._gone.done():
                raise LockLost
            try:
                async with asyncio.timeout(BEAT_SECONDS):
                    await self._connection.execute("SELECT 1")
            except Exception as error:
                raise LockLost from error

    async def listen(self, told: Callable[[], None]) -> None:
        """Call `told` whenever a process that only receives has stored something."""
        await self._connection.add_listener(INBOX_CHANNEL, lambda *_: told())

    def _ended(self, _: object) -> None:
        if not self._gone.done():
            self._gone.set_result(None)


@asynccontextmanager
async def only_one(database_url: str, stop: asyncio.Event) -> AsyncIterator[Held | None]:
    """Wait for the lock until `stop`, for as long as it takes, and hold it; None: asked to stop meanwhile.

    Raises one of database.FAILURES, in a group perhaps.
    """
    connection = await open_connection(database_url, **_KEEPALIVE, application_name="frontdesk bot")
    try:
        async with asyncio.TaskGroup() as tasks:
            locking = tasks.create_task(connection.execute("SELECT pg_advisory_lock($1::bigint)", THE_WORK))
            stopping = tasks.create_task(stop.wait())
            await asyncio.wait([locking, stopping], return_when=asyncio.FIRST_COMPLETED)
            got = locking.done()
            stopping.cancel()
            if not got:
                connection.terminate()  # which ends the waiting, too
                locking.cancel()
        yield Held(connection) if got and not stop.is_set() else None
    finally:
        # Closed without ceremony: this must not wait for a server that does not answer.
        connection.terminate()
