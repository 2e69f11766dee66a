"""Finish what nobody can send any more, and forget what is long over."""

from datetime import datetime, timedelta

from sqlalchemy import case, delete, or_, update

from clinic.deliveries.claim import MOST_ATTEMPTS
from clinic.deliveries.tables import deliveries
from clinic.platform.database import Database


async def tidy_deliveries(database: Database, now: datetime, keep: timedelta) -> None:
    """Expired ones and ones whose last reader vanished are finished; finished ones go after `keep`."""
    column = deliveries.c
    worn = column.attempts >= MOST_ATTEMPTS
    over = (
        update(deliveries)
        .where(
            column.finished_at.is_(None),
            or_(column.leased_until.is_(None), column.leased_until <= now),
            or_(column.expires_at <= now, worn),
        )
        .values(outcome=case((worn, "failed"), else_="expired"), finished_at=now, leased_until=None)
    )
    async with database.transaction() as connection:
        await connection.execute(over)
        await connection.execute(delete(deliveries).where(column.finished_at < now - keep))
