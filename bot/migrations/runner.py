"""Bring the schema `bot` up or down to a step. Several processes may start at once: one migrates, the others wait."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, make_url, pool, text
from sqlalchemy.ext.asyncio import create_async_engine

from bot.storage.tables import SCHEMA

T = TypeVar("T")
ONE_AT_A_TIME = 7_146_022
VERSION_TABLE = "alembic_version"


def config(connection: Connection | None = None) -> Config:
    """Alembic's configuration without an ini file."""
    settings = Config()
    settings.set_main_option("script_location", str(Path(__file__).parent))
    settings.attributes["connection"] = connection
    return settings


async def upgrade(database_url: str, revision: str = "head") -> None:
    """Apply every step up to `revision`."""

    def work(connection: Connection) -> None:
        connection.execute(text(f"CREATE SCHEMA IF NOT EXISTS {SCHEMA}"))  # Alembic's own table lives in it
        command.upgrade(config(connection), revision)

    await run(database_url, work)


async def downgrade(database_url: str, revision: str) -> None:
    """Take back every step after `revision`; `base` takes back all."""
    await run(database_url, lambda connection: command.downgrade(config(connection), revision))


async def is_current(database_url: str) -> bool:
    """Whether the database stands at the newest step."""
    newest = ScriptDirectory.from_config(config()).get_current_head()
    return await run(database_url, lambda connection: context(connection).get_current_revision() == newest)


def context(connection: Connection) -> MigrationContext:
    """Alembic's view of the schema."""
    return MigrationContext.configure(
        connection,
        opts={
            "version_table": VERSION_TABLE,
            "version_table_schema": SCHEMA,
            "include_schemas": True,
            "include_name": lambda name, kind, _: kind != "schema" or name == SCHEMA,
        },
    )


async def run(database_url: str, work: Callable[[Connection], T]) -> T:
    """Run something on a synchronous connection, in one transaction and one at a time for the database."""
    url = make_url(database_url).set(drivername="postgresql+asyncpg")
    engine = create_async_engine(url, poolclass=pool.NullPool)
    try:
        async with engine.begin() as connection:
            await connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": ONE_AT_A_TIME})
            return await connection.run_sync(work)
    finally:
        await engine.dispose()
