"""The schema: up, down and up again; the migrations arrive at the tables; the exclusion constraint really stands."""

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta

import asyncpg
import pytest
import pytest_asyncio
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import CheckConstraint, Connection, inspect

from clinic.appointments.domain.states import BLOCKING, State
from clinic.appointments.tables import NO_OVERLAP
from clinic.migrations import runner
from clinic.migrations.newest import newest_step
from clinic.migrations.tables import METADATA
from tests.support import postgres

REVISIONS = [step.revision for step in reversed(list(ScriptDirectory.from_config(runner.config()).walk_revisions()))]


@pytest_asyncio.fixture
async def empty_database(postgres_server: str) -> AsyncIterator[str]:
    async with postgres.database(postgres_server) as url:
        yield url


def test_the_newest_step_is_known_without_alembic() -> None:
    assert sorted(REVISIONS) == REVISIONS
    assert newest_step() == REVISIONS[-1]


async def test_each_step_goes_up_down_and_up_again(empty_database: str) -> None:
    for number, revision in enumerate(REVISIONS):
        await runner.upgrade(empty_database, revision)
        await runner.downgrade(empty_database, REVISIONS[number - 1] if number else "base")
        await runner.upgrade(empty_database, revision)
    assert await runner.is_current(empty_database)
    await runner.downgrade(empty_database, "base")
    tables = await runner.run(empty_database, lambda connection: inspect(connection).get_table_names())
    assert tables == ["alembic_version"]


async def test_the_migrations_arrive_at_the_tables_of_the_code(synthetic_database: str) -> None:
    def difference(connection: Connection) -> object:
        return compare_metadata(MigrationContext.configure(connection), METADATA)

    assert await runner.run(synthetic_database, difference) == []


async def test_every_check_of_the_tables_stands_in_the_database(synthetic_database: str) -> None:
    """`alembic check` does not compare check and exclusion constraints."""

    def constraints(connection: Connection) -> set[str]:
        rows = connection.exec_driver_sql("SELECT conname FROM pg_constraint WHERE contype IN ('c', 'x')")
        return {row[0] for row in rows}

    wanted = {
        str(constraint.name)
        for table in METADATA.tables.values()
        for constraint in table.constraints
        if isinstance(constraint, CheckConstraint)
    }
    found = await runner.run(synthetic_database, constraints)
    assert wanted <= found
    assert NO_OVERLAP in found


INSERT = """
INSERT INTO appointments (version, doctor_id, branch_id, office_number, start_time, end_time, blocked, status,
    hold_expires_at, created_at, updated_at)
VALUES (1, $1, 1, '', $2::timestamptz, $3::timestamptz, tstzrange($2, $3), $4, now(), now(), now())
"""


async def test_the_database_itself_refuses_overlaps(synthetic_database: str) -> None:
    nine = datetime(2026, 3, 2, 9, tzinfo=UTC)

    async def put(doctor_id: int, minutes: int, status: State) -> None:
        start = nine + timedelta(minutes=minutes)
        await connection.execute(INSERT, doctor_id, start, start + timedelta(minutes=30), status)

    connection = await asyncpg.connect(synthetic_database)
    try:
        await put(1, 0, State.CONFIRMED)
        for status in State:
            if status in BLOCKING:
                with pytest.raises(asyncpg.ExclusionViolationError, match=NO_OVERLAP):
                    await put(1, 15, status)
            else:
                await put(1, 15, status)
        await put(1, 30, State.HELD)
        await put(2, 0, State.PENDING)
    finally:
        await connection.close()


async def test_the_guard_test_would_see_a_dropped_constraint(synthetic_database: str) -> None:
    connection = await asyncpg.connect(synthetic_database)
    await connection.execute(f"ALTER TABLE appointments DROP CONSTRAINT {NO_OVERLAP}")
    await connection.close()
    with pytest.raises(pytest.fail.Exception, match="DID NOT RAISE"):
        await test_the_database_itself_refuses_overlaps(synthetic_database)


async def test_two_processes_may_migrate_at_once(empty_database: str) -> None:
    await asyncio.gather(*(runner.upgrade(empty_database) for _ in range(4)))
    assert await runner.is_current(empty_database)
