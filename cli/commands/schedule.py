"""Migrate, import, seed."""

import sys
from pathlib import Path

from bot.migrations import runner as bot_runner
from cli import event_loop
from cli.on_database import failures_in_words, on_database
from cli.running import Failed, database, read_environment
from clinic.migrations import runner
from clinic.schedule import seed
from clinic.schedule.importing.apply import import_document
from clinic.schedule.importing.difference import Change
from clinic.schedule.importing.read_file import BadImport, read_file

MOST_LINES = 200
MOST_PROBLEMS = 20


def migrate() -> None:
    with database(read_environment()) as url, failures_in_words(url):
        event_loop.run(runner.upgrade(url))
        event_loop.run(bot_runner.upgrade(url))
    _say("The database is at the newest schema.")


def import_file(path: Path, *, dry_run: bool) -> None:
    try:
        document = read_file(path)
        changes = on_database(lambda opened: import_document(opened, document, dry_run=dry_run))
    except BadImport as bad:
        shown = bad.problems[:MOST_PROBLEMS]
        more = len(bad.problems) - len(shown)
        problems = "; ".join(shown) + (f"; and {more} more" if more else "")
        raise Failed(f"{path.name} was not imported, nothing has changed: {problems}") from bad
    _show(changes)
    _say(f"{len(changes)} would change; nothing was written." if dry_run else f"{len(changes)} changed.")


def demo() -> None:
    changes = on_database(seed.seed_demo)
    _say(f"The demo clinic is there ({len(changes)} changed).")


def synthetic(doctors: int) -> None:
    changes = on_database(lambda opened: seed.seed_synthetic(opened, doctors))
    _say(f"{doctors} doctors are there ({len(changes)} changed).")


def _show(changes: list[Change]) -> None:
    lines = [line for change in changes for line in change.lines()]
    for line in lines[:MOST_LINES]:
        _say(line)
    if len(lines) > MOST_LINES:
        _say(f"… and {len(lines) - MOST_LINES} more")


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
