"""The step that this code needs, told by the names of the steps' files: a running process need not load Alembic."""

from functools import cache
from importlib.resources import files

from sqlalchemy import text

from clinic.platform.database import Database

STEP = text("SELECT version_num FROM alembic_version")


@cache
def newest_step() -> str:
    """Such as ``0005``; steps sort by their names."""
    names = (file.name for file in files("clinic.migrations.versions").iterdir())
    return max(name.partition("_")[0] for name in names if name[:1].isdigit())


async def missing_steps(database: Database) -> str | None:
    """What to do about a database that is behind this code; None for one that is level, or ahead.

    While a new version is brought in, the database is ahead of the processes that are still running: they may serve.
    """
    async with database.reading() as connection:
        step = (await connection.execute(STEP)).scalar_one_or_none() or "nothing"
    if step != "nothing" and step >= newest_step():
        return None
    return f"The database stands at step {step} and {newest_step()} is needed: run 'frontdesk migrate'."
