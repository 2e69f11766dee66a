"""The bot's connections to PostgreSQL: the driver itself, without a layer between, since every tap waits for it."""

from collections.abc import Mapping
from typing import Any, TypeAlias

import asyncpg
from sqlalchemy import make_url
from sqlalchemy.dialects.postgresql.asyncpg import PGDialect_asyncpg

CONNECT_SECONDS = 3.0
STATEMENT_SECONDS = 10.0
FAILURES = (asyncpg.PostgresError, asyncpg.InterfaceError, OSError, TimeoutError)
"""What any statement may raise. Their texts can quote what patients wrote: log `kind(error)`, nothing else of them."""
Pool: TypeAlias = "asyncpg.Pool[asyncpg.Record]"
Connection: TypeAlias = "asyncpg.Connection[asyncpg.Record]"

_OF_SQLALCHEMY = ("prepared_statement_cache_size", "prepared_statement_name_func", "async_fallback")


async def open_pool(database_url: str, size: int) -> Pool:
    """At ``postgresql://…``, whatever driver the address names. Raises one of FAILURES."""
    return await asyncpg.create_pool(
        min_size=1,
        max_size=size,
        timeout=CONNECT_SECONDS,
        command_timeout=STATEMENT_SECONDS,
        max_inactive_connection_lifetime=0,
        reset=_keep,
        **address(database_url),
    )


async def open_connection(database_url: str, **settings: str) -> Connection:
    """A connection of one's own. Raises one of FAILURES."""
    return await asyncpg.connect(timeout=CONNECT_SECONDS, server_settings=settings, **address(database_url))


def address(database_url: str) -> Mapping[str, Any]:
    """The driver's arguments: SQLAlchemy knows how addresses are written, `ssl=` and sockets included."""
    url = make_url(database_url).set(drivername="postgresql+asyncpg")
    _, arguments = PGDialect_asyncpg().create_connect_args(url)  # type: ignore[no-untyped-call]
    return {name: value for name, value in arguments.items() if name not in _OF_SQLALCHEMY}


def kind(error: BaseException) -> str:
    """What may be said of a failure in a log: its class, and PostgreSQL's code."""
    code = getattr(error, "sqlstate", None)
    return f"{type(error).__name__} {code}" if code else type(error).__name__


async def _keep(_: Connection) -> None:
    """Our statements leave nothing behind on a connection: a round trip to tidy it up would be a waste."""
