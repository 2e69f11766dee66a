"""Write changes of the schedule in one transaction, under a lock that lets one import run at a time."""

from dataclasses import asdict
from typing import Any

from sqlalchemy import ColumnElement, Integer, Table, any_, delete, func, literal, select, update
from sqlalchemy.dialects.postgresql import ARRAY, Insert, insert
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.sql.elements import CollectionAggregate

from clinic.platform.database import Database
from clinic.schedule import tables
from clinic.schedule.domain.clinic import Branch, Doctor, VisitType
from clinic.schedule.importing.difference import Change, difference
from clinic.schedule.importing.document import ImportDocument
from clinic.schedule.importing.merge import merged
from clinic.schedule.load import read

ROWS_AT_ONCE = 2000
"""A statement has ten seconds; a clinic may have any number of doctors."""


async def import_document(database: Database, document: ImportDocument, *, dry_run: bool) -> list[Change]:
    """Lay the document over the schedule; what changed, or with `dry_run` would change. Raises BadImport."""
    async with database.transaction() as connection:
        await connection.execute(select(tables.schedule_version).with_for_update())
        # Blocks are no matter of files: an import neither shows nor ends them.
        current = await read(connection, blocks=False)
        changes = difference(current, merged(current, document))
        if changes and not dry_run:
            await _write(connection, changes)
            await connection.execute(update(tables.schedule_version).values(version=current.version + 1))
    return changes


async def _write(connection: AsyncConnection, changes: list[Change]) -> None:
    new = [change.new for change in changes]
    branches = [entity for entity in new if isinstance(entity, Branch)]
    doctors = [entity for entity in new if isinstance(entity, Doctor)]
    visit_types = [entity for entity in new if isinstance(entity, VisitType)]
    await _upsert(connection, tables.branches, [_plain(b, "closures") for b in branches])
    await _free_codes(connection, [v.visit_type_id for v in visit_types])
    await _upsert(connection, tables.visit_types, [_plain(v) for v in visit_types])
    await _upsert(connection, tables.doctors, [_plain(d, "weekly_hours", "exceptions") for d in doctors])
    await _upsert(connection, tables.booking_versions, [{"doctor_id": d.doctor_id} for d in doctors], keep=True)
    closures = [{"branch_id": b.branch_id} | _span(c) for b in branches for c in b.closures]
    await _replace(connection, tables.closures, "branch_id", [b.branch_id for b in branches], closures)
    ids = [d.doctor_id for d in doctors]
    hours = [
        {"doctor_id": d.doctor_id, "weekday": h.weekday, "start_minute": h.start, "end_minute": h.end}
        for d in doctors
        for h in d.weekly_hours
    ]
    await _replace(connection, tables.weekly_hours, "doctor_id", ids, hours)
    exceptions = [{"doctor_id": d.doctor_id, "kind": e.kind.value} | _span(e) for d in doctors for e in d.exceptions]
    of_files = tables.schedule_exceptions.c.block_id.is_(None)
    await _replace(connection, tables.schedule_exceptions, "doctor_id", ids, exceptions, of_files)


async def _free_codes(connection: AsyncConnection, ids: list[int]) -> None:
    """Codes are unique row by row, and two visit types may exchange theirs: no real code has a '~'."""
    of_these = tables.visit_types.c.visit_type_id == _any_of(ids)
    await connection.execute(
        update(tables.visit_types).where(of_these).values(code=func.concat("~", tables.visit_types.c.visit_type_id))
    )


async def _upsert(connection: AsyncConnection, table: Table, rows: list[dict[str, Any]], *, keep: bool = False) -> None:
    if not rows:
        return
    key = [column.name for column in table.primary_key]
    statement = insert(table)
    if keep:
        statement = statement.on_conflict_do_nothing()
    else:
        others = {name: statement.excluded[name] for name in rows[0] if name not in key}
        statement = statement.on_conflict_do_update(index_elements=key, set_=others)
    await _execute(connection, statement, rows)


async def _replace(
    connection: AsyncConnection,
    table: Table,
    owner: str,
    owners: list[int],
    rows: list[dict[str, Any]],
    *only: ColumnElement[bool],
) -> None:
    """What the owners had goes, what they have now comes."""
    await connection.execute(delete(table).where(table.c[owner] == _any_of(owners), *only))
    await _execute(connection, insert(table), rows)


async def _execute(connection: AsyncConnection, statement: Insert, rows: list[dict[str, Any]]) -> None:
    for start in range(0, len(rows), ROWS_AT_ONCE):
        await connection.execute(statement, rows[start : start + ROWS_AT_ONCE])


def _any_of(ids: list[int]) -> CollectionAggregate[Any]:
    """One parameter, however many ids: the protocol takes 32,767 of them."""
    return any_(literal(ids, ARRAY(Integer)))


def _plain(entity: Branch | Doctor | VisitType, *without: str) -> dict[str, Any]:
    return {name: value for name, value in asdict(entity).items() if name not in without}


def _span(entry: Any) -> dict[str, Any]:
    return {
        "first_day": entry.first_day,
        "last_day": entry.last_day,
        "start_minute": entry.start,
        "end_minute": entry.end,
    }
