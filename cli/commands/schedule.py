"""Migrate, import, seed."""

import asyncio
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path

from cli.running import Failed, database, read_environment
from clinic.migrations import runner
from clinic.platform.database import Database, connect
from clinic.schedule import seed
from clinic.schedule.importing.apply import import_document
from clinic.schedule.importing.difference import Change
from clinic.schedule.importing.read_file import BadImport, read_file

MOST_LINES = 200


def migrate() -> None:
    with database(read_environment()) as url:
        asyncio.run(runner.upgrade(url))
    _say("The database is at the newest schema.")


def import_file(path: Path, *, dry_run: bool) -> None:
    try:
        document = read_file(path)
        changes = _on_schedule(lambda opened: import_document(opened, document, dry_run=dry_run))
    except BadImport as bad:
        raise Failed(f"{path.name} was not imported, nothing has changed: " + "; ".join(bad.problems[:20])) from bad
    _show(changes)
    _say(f"{len(changes)} would change; nothing was written." if dry_run else f"{len(changes)} changed.")


def demo() -> None:
    changes = _on_schedule(seed.seed_demo)
    _say(f"The demo clinic is there ({len(changes)} changed).")


def synthetic(doctors: int) -> None:
    changes = _on_schedule(lambda opened: seed.seed_synthetic(opened, doctors))
    _say(f"{doctors} doctors are there ({len(changes)} changed).")


def _on_schedule(work: Callable[[Database], Awaitable[list[Change]]]) -> list[Change]:
    """Run on a migrated database."""

    async def run(url: str) -> list[Change]:
        await runner.upgrade(url)
        opened = connect(url, pool_size=2)
        try:
            return await work(opened)
        finally:
            await opened.close()

    with database(read_environment()) as url:
        return asyncio.run(run(url))


def _show(changes: list[Change]) -> None:
    lines = [line for change in changes for line in change.lines()]
    for line in lines[:MOST_LINES]:
        _say(line)
    if len(lines) > MOST_LINES:
        _say(f"… and {len(lines) - MOST_LINES} more")


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
