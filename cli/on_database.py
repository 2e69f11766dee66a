"""Run something on the migrated database, and say in words when the database is not there."""

from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

import asyncpg
from sqlalchemy import make_url
from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from cli import event_loop
from cli.running import Failed, database, read_environment
from clinic.migrations import runner
from clinic.platform.database import Database, connect

T = TypeVar("T")


def on_database(work: Callable[[Database], Awaitable[T]]) -> T:
    """What `work` gives, on the newest schema. Raises Failed when the database does not answer."""

    async def run(url: str) -> T:
        await runner.upgrade(url)
        opened = connect(url, pool_size=2)
        try:
            return await work(opened)
        finally:
            await opened.close()

    with database(read_environment()) as url, failures_in_words(url):
        return event_loop.run(run(url))


@contextmanager
def failures_in_words(url: str) -> Iterator[None]:
    """Failures of the connection as Failed; the password is not repeated."""
    try:
        yield
    except (OSError, asyncpg.PostgresError, asyncpg.InterfaceError, DBAPIError) as error:
        raise Failed(f"The database at {place(url)} {_why(error)} See DATABASE_URL.") from error


async def reachable(url: str) -> None:
    """Raises what `failures_in_words` puts into words if no connection can be made."""
    opened = connect(url, pool_size=1)
    try:
        await opened.warm(1)
    finally:
        await opened.close()


def place(url: str) -> str:
    """Host, port and database of an address, without user and password."""
    parsed = make_url(url)
    host = parsed.host or str(parsed.query.get("host", "localhost"))
    return f"{host}{f':{parsed.port}' if parsed.port else ''}/{parsed.database or ''}"


def _why(error: OSError | asyncpg.PostgresError | asyncpg.InterfaceError | SQLAlchemyError) -> str:
    if isinstance(error, DBAPIError) and error.orig is not None:  # its own text repeats the statement's parameters
        error = getattr(error.orig, "__cause__", None) or error
    if isinstance(error, TimeoutError):
        return "does not answer in time."
    if isinstance(error, asyncpg.PostgresError):
        return f"refuses: {type(error).__name__}."
    if isinstance(error, OSError):
        return f"cannot be reached ({error.strerror or type(error).__name__})."
    return f"fails: {type(error).__name__}."
