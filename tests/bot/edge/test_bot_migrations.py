"""The schema `bot`: up, down and up again, beside the clinic's; the migrations arrive at the tables of the code."""

from collections.abc import AsyncIterator

import pytest_asyncio
from alembic.autogenerate import compare_metadata
from alembic.script import ScriptDirectory
from sqlalchemy import CheckConstraint, Connection, inspect

from bot.migrations import runner
from bot.storage.tables import SCHEMA, metadata
from clinic.migrations import runner as clinic_runner
from tests.support import postgres

REVISIONS = [step.revision for step in reversed(list(ScriptDirectory.from_config(runner.config()).walk_revisions()))]


@pytest_asyncio.fixture
async def empty_database(postgres_server: str) -> AsyncIterator[str]:
    async with postgres.database(postgres_server) as url:
        yield url


async def test_each_step_goes_up_down_and_up_again(empty_database: str) -> None:
    await runner.upgrade(empty_database, REVISIONS[0])
    for number, revision in enumerate(REVISIONS):
        await runner.upgrade(empty_database, revision)
        await runner.downgrade(empty_database, REVISIONS[number - 1] if number else "base")
        await runner.upgrade(empty_database, revision)
    assert await runner.is_current(empty_database)
    await runner.downgrade(empty_database, "base")
    left = await runner.run(empty_database, lambda connection: inspect(connection).get_table_names(SCHEMA))
    assert left == ["alembic_version"]


async def test_the_migrations_arrive_at_the_tables_of_the_code(edge_database: str) -> None:
    def difference(connection: Connection) -> object:
        return compare_metadata(runner.context(connection), metadata)

    assert await runner.run(edge_database, difference) == []


async def test_every_check_of_the_tables_stands_in_the_database(edge_database: str) -> None:
    def constraints(connection: Connection) -> set[str]:
        rows = connection.exec_driver_sql("SELECT conname FROM pg_constraint WHERE contype = 'c'")
        return {row[0] for row in rows}

    wanted = {
        str(constraint.name)
        for table in metadata.tables.values()
        for constraint in table.constraints
        if isinstance(constraint, CheckConstraint)
    }
    assert wanted
    assert wanted <= await runner.run(edge_database, constraints)


async def test_both_histories_stand_side_by_side(edge_database: str) -> None:
    assert await runner.is_current(edge_database)
    assert await clinic_runner.is_current(edge_database)
