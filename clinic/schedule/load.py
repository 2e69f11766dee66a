"""Read the whole schedule from the database, at one version."""

from collections import defaultdict
from collections.abc import Iterable

from sqlalchemy import RowMapping, Table, select
from sqlalchemy.ext.asyncio import AsyncConnection

from clinic.platform.database import Database
from clinic.schedule import tables
from clinic.schedule.domain.clinic import Branch, Doctor, Schedule, VisitKind, VisitType
from clinic.schedule.domain.rules import Closure, ExceptionKind, ScheduleException, WeeklyHours


async def load(database: Database) -> Schedule:
    """The schedule as it stands now."""
    async with database.snapshot() as connection:
        return await read(connection)


async def read(connection: AsyncConnection, *, blocks: bool = True) -> Schedule:
    """The schedule as the connection's transaction sees it; without `blocks` as if no doctor were blocked."""
    version = (await connection.execute(select(tables.schedule_version.c.version))).scalar_one()
    closures = _by(await _rows(connection, tables.closures), "branch_id")
    hours = _by(await _rows(connection, tables.weekly_hours), "doctor_id")
    exceptions = _by(
        [row for row in await _rows(connection, tables.schedule_exceptions) if blocks or row["block_id"] is None],
        "doctor_id",
    )
    return Schedule(
        version=version,
        branches={
            row["branch_id"]: Branch(**row, closures=_closures(closures[row["branch_id"]]))
            for row in await _rows(connection, tables.branches)
        },
        doctors={
            row["doctor_id"]: _doctor(row, hours[row["doctor_id"]], exceptions[row["doctor_id"]])
            for row in await _rows(connection, tables.doctors)
        },
        visit_types={
            row["visit_type_id"]: VisitType(**{**row, "kind": VisitKind(row["kind"])})
            for row in await _rows(connection, tables.visit_types)
        },
    )


def _doctor(row: RowMapping, hours: list[RowMapping], exceptions: list[RowMapping]) -> Doctor:
    return Doctor(
        **{**row, "languages": tuple(row["languages"])},
        weekly_hours=tuple(sorted(WeeklyHours(h["weekday"], h["start_minute"], h["end_minute"]) for h in hours)),
        exceptions=tuple(
            sorted(
                ScheduleException(
                    ExceptionKind(e["kind"]), e["first_day"], e["last_day"], e["start_minute"], e["end_minute"]
                )
                for e in exceptions
            )
        ),
    )


def _closures(rows: list[RowMapping]) -> tuple[Closure, ...]:
    return tuple(sorted(Closure(r["first_day"], r["last_day"], r["start_minute"], r["end_minute"]) for r in rows))


async def _rows(connection: AsyncConnection, table: Table) -> list[RowMapping]:
    ordered = select(table).order_by(*table.primary_key.columns)
    return list((await connection.execute(ordered)).mappings())


def _by(rows: Iterable[RowMapping], key: str) -> defaultdict[int, list[RowMapping]]:
    grouped: defaultdict[int, list[RowMapping]] = defaultdict(list)
    for row in rows:
        grouped[row[key]].append(row)
    return grouped
