"""What was due while no worker ran: of several reminders of a visit one is enough, and none wakes anybody."""

from datetime import datetime

from sqlalchemy import BigInteger, any_, bindparam, exists, select, update
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.ext.asyncio import AsyncConnection

from clinic.appointments.tables import appointments
from clinic.reminders.domain.moments import put_off
from clinic.reminders.domain.states import CONFIRM, Status
from clinic.reminders.rules import Rules, zone_of
from clinic.reminders.tables import reminders
from clinic.schedule.tables import branches

AT_ONCE = 1000
_later = reminders.alias("later")


async def skip_doubles(connection: AsyncConnection, now: datetime) -> int:
    """Of a visit's reminders that are all due only the newest is sent, and one that asks for an answer."""
    newer = exists().where(
        _later.c.appointment_id == reminders.c.appointment_id,
        _later.c.for_start == reminders.c.for_start,
        _later.c.status == Status.PLANNED.value,
        _later.c.due_at <= now,
        _later.c.due_at > reminders.c.due_at,
    )
    chosen = (
        select(reminders.c.reminder_id)
        .where(
            reminders.c.status == Status.PLANNED.value,
            reminders.c.due_at <= now,
            reminders.c.kind != CONFIRM,
            newer,
        )
        .limit(AT_ONCE)
        .with_for_update(of=reminders, skip_locked=True)
    )
    skip = update(reminders).where(reminders.c.reminder_id.in_(chosen)).values(status=Status.SKIPPED.value)
    return (await connection.execute(skip)).rowcount


async def put_off_late(connection: AsyncConnection, rules: Rules, now: datetime, before: datetime) -> int:
    """What was due at `before` or earlier is due now, or in the morning, or is not sent any more."""
    chosen = (
        select(reminders.c.reminder_id, reminders.c.for_start, branches.c.time_zone)
        .join(appointments, appointments.c.id == reminders.c.appointment_id)
        .join(branches, branches.c.branch_id == appointments.c.branch_id)
        .where(reminders.c.status == Status.PLANNED.value, reminders.c.due_at <= before)
        .order_by(reminders.c.due_at, reminders.c.reminder_id)
        .limit(AT_ONCE)
        .with_for_update(of=reminders, skip_locked=True)
    )
    late: dict[datetime | None, list[int]] = {}
    for reminder in await connection.execute(chosen):
        due = put_off(reminder.for_start, now, zone_of(reminder.time_zone), rules.quiet)
        late.setdefault(due, []).append(reminder.reminder_id)
    for due, these in late.items():
        new = {"status": Status.SKIPPED.value} if due is None else {"due_at": due}
        same = reminders.c.reminder_id == any_(bindparam("these", these, type_=ARRAY(BigInteger)))
        await connection.execute(update(reminders).where(same).values(new))
    return sum(map(len, late.values()))
