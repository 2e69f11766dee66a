"""Who did not come is offered a new visit, kindly, and not before the mark stands."""

from datetime import datetime, timedelta

from sqlalchemy import RowMapping
from sqlalchemy.ext.asyncio import AsyncConnection

from clinic.appointments.mark import OnMissed
from clinic.platform.settings import Reminding
from clinic.reminders import news
from clinic.reminders.domain.moments import awake
from clinic.reminders.rules import rules_of, zone_of


def tell_missed(settings: Reminding) -> OnMissed:
    """Writes the news into the transaction that marks: due when the mark cannot be taken back, and not at night."""
    quiet, undo = rules_of(settings).quiet, timedelta(minutes=settings.closing_undo_minutes)

    async def tell(connection: AsyncConnection, visit: RowMapping, now: datetime) -> None:
        await news.missed(connection, visit, now, awake(now + undo, zone_of(visit["time_zone"]), quiet))

    return tell
