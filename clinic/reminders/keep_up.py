"""Reminders follow their visits: dropped with them, and back with them."""

from datetime import datetime

from sqlalchemy import Select, Update, and_, case, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from clinic.appointments.tables import appointments
from clinic.people.tables import accounts
from clinic.reminders.domain.states import Status
from clinic.reminders.stand import at_the_same_time, confirmed_ahead, now, only, owned, reachable
from clinic.reminders.tables import reminders

AT_ONCE = 2000
_with_visits = reminders.join(appointments, appointments.c.id == reminders.c.appointment_id).outerjoin(
    accounts, accounts.c.account_id == appointments.c.account_id
)
_stands = and_(confirmed_ahead, at_the_same_time, appointments.c.account_id.is_not(None), reachable)


def _changed(chosen: Select[tuple[int]]) -> Update:
    return update(reminders).where(reminders.c.reminder_id.in_(chosen)).returning(reminders.c.reminder_id)


# Rows that another worker has in hand are left to it: no statement here waits for another.
_DROP = (
    select(reminders.c.reminder_id)
    .select_from(_with_visits)
    .where(reminders.c.status == Status.PLANNED.value, owned, _stands.is_not(True))
    .limit(AT_ONCE)
    .with_for_update(of=reminders, skip_locked=True)
)
_REVIVE = (
    select(reminders.c.reminder_id)
    .select_from(_with_visits)
    .where(reminders.c.status == Status.CANCELLED.value, reminders.c.for_start > now, owned, _stands)
    .limit(AT_ONCE)
    .with_for_update(of=reminders, skip_locked=True)
)
DROP = _changed(_DROP).values(status=Status.CANCELLED.value)
REVIVE = _changed(_REVIVE).values(
    status=case((reminders.c.due_at > now, Status.PLANNED.value), else_=Status.SKIPPED.value)
)


async def drop(connection: AsyncConnection, moment: datetime, account_id: int | None = None) -> int:
    """Nobody is reminded of a visit that does not stand; how many reminders that ends."""
    return len((await connection.execute(DROP, {now.key: moment, only.key: account_id})).all())


async def revive(connection: AsyncConnection, moment: datetime, account_id: int | None = None) -> int:
    """Reminders that were dropped return with their visit, unless their time is over; how many changed."""
    return len((await connection.execute(REVIVE, {now.key: moment, only.key: account_id})).all())
