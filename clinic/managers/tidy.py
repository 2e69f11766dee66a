"""Forget what no longer matters: old tries, and invitations that nobody used."""

from datetime import datetime

from sqlalchemy import delete

from clinic.managers.claim import LATELY
from clinic.managers.tables import claim_tries, manager_invites
from clinic.platform.database import Database


async def tidy_invites(database: Database, now: datetime) -> None:
    async with database.transaction() as connection:
        await connection.execute(delete(claim_tries).where(claim_tries.c.tried_at < now - LATELY))
        unused = manager_invites.c.used_at.is_(None), manager_invites.c.expires_at < now - LATELY
        await connection.execute(delete(manager_invites).where(*unused))
