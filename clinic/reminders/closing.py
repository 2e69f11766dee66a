"""In the evening: visits are over, and nobody has said whether their patients came."""

from datetime import datetime

import structlog
from sqlalchemy import func, select
from sqlalchemy.dialects.postgresql import insert

from clinic.appointments.read import Filter, count
from clinic.platform.database import Database
from clinic.reminders import news
from clinic.reminders.rules import Rules, zone_of
from clinic.reminders.tables import closing_rounds
from clinic.schedule.tables import branches

log = structlog.get_logger(__name__)
NEWEST = select(closing_rounds.c.branch_id, func.max(closing_rounds.c.day).label("day")).group_by(
    closing_rounds.c.branch_id
)


class TellClosing:
    """A duty of the worker: for the clock, once an evening of each branch's zone, by whichever worker comes first."""

    def __init__(self, database: Database, rules: Rules) -> None:
        self._database = database
        self._rules = rules

    async def __call__(self, moment: datetime) -> int:
        """For how many branches it is evening now."""
        async with self._database.reading() as connection:
            places = (await connection.execute(select(branches.c.branch_id, branches.c.time_zone))).all()
            told = {row.branch_id: row.day for row in await connection.execute(NEWEST)}
        done = 0
        for place in places:
            try:
                local = moment.astimezone(zone_of(place.time_zone))
                evening = local.time() >= self._rules.settings.closing_time
                if evening and (place.branch_id not in told or told[place.branch_id] < local.date()):
                    done += await self._tell(place.branch_id, local, moment)
            except (ValueError, LookupError, OSError) as error:
                log.error("closing_not_told", branch_id=place.branch_id, error=type(error).__name__)
        return done

    async def _tell(self, branch_id: int, local: datetime, moment: datetime) -> bool:
        async with self._database.transaction() as connection:
            unmarked = await count(connection, Filter(branch_id=branch_id, unmarked=True, now=moment))
            row = {"branch_id": branch_id, "day": local.date(), "told_at": moment, "unmarked": unmarked}
            ours = insert(closing_rounds).values(row).on_conflict_do_nothing().returning(closing_rounds.c.day)
            if (await connection.execute(ours)).one_or_none() is None:
                return False
            if unmarked:
                await news.closing(connection, branch_id, local.date(), unmarked, moment)
        return True
