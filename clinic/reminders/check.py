"""Once a day: is there a visit without the reminder that it should have?"""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from clinic.platform.database import Database
from clinic.reminders import news
from clinic.reminders.plan import planned_for, unplanned
from clinic.reminders.rules import Rules
from clinic.reminders.tables import reminder_checks

AHEAD = timedelta(hours=48)
JUST_NOW = timedelta(minutes=5)
"""A visit that changed, or came near, so shortly ago is the planner's next work, and no fault."""


class CheckReminders:
    """A duty of the worker: for the clock, once a day of the clinic's zone, by whichever worker comes first.

    What it finds is counted, told to managers, and left to the planner, who plans whatever has none. Call it before the
    planner does its round, or there is nothing to be found.
    """

    def __init__(self, database: Database, rules: Rules, zone: ZoneInfo, found: Callable[[int], None]) -> None:
        """`found` hears how many visits the newest check found, whoever made it."""
        self._database = database
        self._rules = rules
        self._zone = zone
        self._found = found

    async def __call__(self, moment: datetime) -> int:
        """1 if the day's check was made now, else 0."""
        today = moment.astimezone(self._zone).date()
        newest = select(reminder_checks).order_by(reminder_checks.c.day.desc()).limit(1)
        async with self._database.reading() as connection:
            last = (await connection.execute(newest)).one_or_none()
        if last is not None and last.day >= today:
            self._found(last.missing)
            return 0
        async with self._database.transaction() as connection:
            missing = await self._check(connection, today, moment, first=last is None)
        if missing is not None:
            self._found(missing)
        return int(missing is not None)

    async def _check(self, connection: AsyncConnection, today: date, moment: datetime, *, first: bool) -> int | None:
        """How many visits have none; None if another worker has made the day's check.

        At the very `first` one nothing can have been planned, and nobody is alarmed by it.
        """
        ours = insert(reminder_checks).values(day=today, checked_at=moment, missing=0).on_conflict_do_nothing()
        if (await connection.execute(ours.returning(reminder_checks.c.day))).one_or_none() is None:
            return None
        missing = 0 if first else await self._missing(connection, moment)
        if missing:
            counted = reminder_checks.update().where(reminder_checks.c.day == today).values(missing=missing)
            await connection.execute(counted)
            await news.reminders_missing(connection, today, missing, moment)
        return missing

    async def _missing(self, connection: AsyncConnection, moment: datetime) -> int:
        if not self._rules.kinds:
            return 0
        until = moment + min(AHEAD, self._rules.horizon - JUST_NOW)
        visits = await unplanned(connection, self._rules, moment)
        soon = [visit for visit in visits if visit.start_time <= until and visit.updated_at <= moment - JUST_NOW]
        return sum(any(one.due_at is not None for one in planned_for(self._rules, visit) or ()) for visit in soon)
