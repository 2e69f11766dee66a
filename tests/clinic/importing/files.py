"""Import files as people write them, and how a test lays one over a real database."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from clinic.platform.database import Database, connect
from clinic.schedule.domain.clinic import Schedule
from clinic.schedule.importing.apply import import_document
from clinic.schedule.importing.read_file import BadImport, parse
from clinic.schedule.load import load

NEW = """
branches:
  - {id: 5, name: Branch by the park, address: 3 Park Street, time_zone: Europe/Moscow}
visit_types:
  - {id: 1, code: first_visit, kind: first, name: First visit, minutes: 30, price: 2500.00 RUB}
doctors:
  - id: 70
    name: Olga Rechnaya
    specialty: ent
    branch: 5
    office: 012
    languages: [ru, en]
    hours: {mon: "09:00-13:00, 14:00-18:00", fri: 10:00-16:00}
    time_off: [{from: 2026-07-01, to: 2026-07-14}]
"""


@asynccontextmanager
async def opened(url: str) -> AsyncIterator[Database]:
    database = connect(url, 2)
    try:
        yield database
    finally:
        await database.close()


async def bring(url: str, text: str, *, csv_format: bool = False, dry_run: bool = False) -> list[str]:
    """Import a text; the lines of what changed. Raises BadImport."""
    async with opened(url) as database:
        changes = await import_document(database, parse(text, csv_format=csv_format), dry_run=dry_run)
    return [line for change in changes for line in change.lines()]


async def stored(url: str) -> Schedule:
    async with opened(url) as database:
        return await load(database)


def problems(text: str, *, csv_format: bool = False) -> list[str]:
    """What is wrong with a text; none if it can be used."""
    try:
        parse(text, csv_format=csv_format)
    except BadImport as bad:
        return bad.problems
    return []
