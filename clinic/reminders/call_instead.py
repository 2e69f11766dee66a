"""Who cannot be written to is called: a visit's reminders become one task for the clinic's people."""

from datetime import datetime, timedelta

from sqlalchemy import exists, select
from sqlalchemy.ext.asyncio import AsyncConnection

from clinic.appointments.tables import appointments
from clinic.call_tasks.add import add_call_task
from clinic.call_tasks.finish import cancel_call_tasks
from clinic.call_tasks.tables import call_tasks
from clinic.people.tables import accounts
from clinic.reminders.stand import confirmed_ahead, now, only, owned
from contracts.call_tasks import CallTaskReason, CallTaskStatus

AT_ONCE = 100
CALL_AHEAD = timedelta(hours=24)
_told = exists().where(
    # Whatever became of it: who was called once about a visit is not called again.
    call_tasks.c.appointment_id == appointments.c.id,
    call_tasks.c.reason == CallTaskReason.BLOCKED_BOT.value,
    call_tasks.c.created_at >= accounts.c.unreachable_since,
)
UNTOLD = (
    select(appointments.c.id, appointments.c.start_time)
    .join(accounts, accounts.c.account_id == appointments.c.account_id)
    .where(accounts.c.unreachable_since.is_not(None), confirmed_ahead, owned, ~_told)
    .order_by(appointments.c.start_time, appointments.c.id)
    .limit(AT_ONCE)
    # The account before the task, as everywhere; one that is in somebody's hands is left for the next round.
    .with_for_update(of=accounts, read=True, key_share=True, skip_locked=True)
)
FOR_NOTHING = (
    select(call_tasks.c.appointment_id)
    .join(appointments, appointments.c.id == call_tasks.c.appointment_id)
    .where(
        call_tasks.c.status == CallTaskStatus.OPEN.value,
        call_tasks.c.reason.in_([CallTaskReason.BLOCKED_BOT.value, CallTaskReason.NO_ANSWER.value]),
        confirmed_ahead.is_not(True),
    )
)


async def call_instead(connection: AsyncConnection, moment: datetime, account_id: int | None = None) -> int:
    """One task for each confirmed visit ahead of somebody who cannot be reached; how many were added."""
    visits = (await connection.execute(UNTOLD, {now.key: moment, only.key: account_id})).all()
    added = 0
    for visit in visits:
        due_by = max(moment, visit.start_time - CALL_AHEAD)
        task = await add_call_task(connection, visit.id, CallTaskReason.BLOCKED_BOT, due_by, moment)
        added += task is not None
    return added


async def call_off(connection: AsyncConnection, moment: datetime) -> int:
    """Nobody has to be called about a visit that stands no more; how many tasks that ends."""
    visits = (await connection.execute(FOR_NOTHING, {now.key: moment})).scalars().all()
    reasons = CallTaskReason.BLOCKED_BOT, CallTaskReason.NO_ANSWER
    return await cancel_call_tasks(connection, visits, reasons, moment) if visits else 0
