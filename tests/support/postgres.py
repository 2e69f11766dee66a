"""A real PostgreSQL for the tests: at TEST_DATABASE_URL, or the embedded one; a fresh database for each test."""

import asyncio
import os
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path
from uuid import uuid4

from sqlalchemy import make_url, pool, text
from sqlalchemy.ext.asyncio import create_async_engine

from cli.embedded import embedded_postgres
from clinic.platform.database import async_url


@contextmanager
def server(folder: Path) -> Iterator[str]:
    """The address of a server on which databases may be made."""
    configured = os.environ.get("TEST_DATABASE_URL")
    if configured:
        yield configured
        return
    with embedded_postgres(folder) as url:
        # What the tests write need not survive a power cut, and every test makes a database.
        for setting in ("fsync", "synchronous_commit", "full_page_writes"):
            asyncio.run(administer(url, f"ALTER SYSTEM SET {setting} = off"))
        asyncio.run(administer(url, "SELECT pg_reload_conf()"))
        yield url


def of(server_url: str, database: str) -> str:
    """The address of another database of the same server."""
    return make_url(server_url).set(database=database).render_as_string(hide_password=False)


async def administer(server_url: str, statement: str) -> None:
    """Run a statement that no transaction may hold, such as CREATE DATABASE."""
    engine = create_async_engine(async_url(server_url), poolclass=pool.NullPool, isolation_level="AUTOCOMMIT")
    try:
        async with engine.connect() as connection:
            await connection.execute(text(statement))
    finally:
        await engine.dispose()


@asynccontextmanager
async def database(server_url: str, template: str | None = None) -> AsyncIterator[str]:
    """A new database, a copy of `template` if there is one; dropped at the end."""
    name = f"frontdesk_test_{uuid4().hex}"
    await administer(server_url, f"CREATE DATABASE {name}" + (f" TEMPLATE {template}" if template else ""))
    try:
        yield of(server_url, name)
    finally:
        await administer(server_url, f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
