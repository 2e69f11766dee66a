"""A duty of the worker: what is due becomes deliveries."""

from datetime import datetime, timedelta
from typing import Any

import structlog
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncConnection

from clinic.deliveries.news import Priority
from clinic.platform.database import Database
from clinic.reminders.late import put_off_late, skip_doubles
from clinic.reminders.rules import Rules

AT_ONCE = 1000
LATE = timedelta(minutes=15)
"""What is due for longer, because no worker ran, is looked at again before it is sent: it may be night by now."""
POISON_PAUSE = timedelta(minutes=10)
log = structlog.get_logger(__name__)

# Visit and reminder are locked by the statement that sends: a visit that is being moved or cancelled at this moment is
# left for the next round, and a reminder that another worker sends is not sent twice. It waits for nobody's lock.
DUE = """
    SELECT r.reminder_id, r.appointment_id, r.kind, r.for_start, c.confirm_by, c.coming_at, p.external, a.version
    FROM reminders r
    JOIN appointments a ON a.id = r.appointment_id
    JOIN accounts p ON p.account_id = a.account_id
    LEFT JOIN confirmations c ON c.appointment_id = r.appointment_id AND c.for_start = r.for_start
    WHERE r.status = 'planned' AND r.due_at <= :now AND r.due_at > :late
      AND a.status = 'confirmed' AND a.start_time = r.for_start AND a.start_time > :now
      AND p.unreachable_since IS NULL
      AND (CAST(:only AS bigint) IS NULL OR r.reminder_id = :only)
    ORDER BY r.due_at, r.reminder_id
    LIMIT :most
    FOR NO KEY UPDATE OF r, a SKIP LOCKED
"""
SEND = text(
    f"""
    WITH due AS ({DUE}),
    told AS (
        INSERT INTO deliveries (recipient, kind, payload, priority, created_at, not_before, expires_at)
        SELECT external, 'reminder.due', jsonb_build_object(
            'reminder_id', reminder_id, 'appointment_id', appointment_id, 'reminder', kind, 'start_time', for_start,
            'version', version, 'confirm_by', CASE WHEN coming_at IS NULL THEN confirm_by END
        ), :priority, :now, :now, for_start
        FROM due
        RETURNING delivery_id, CAST(payload ->> 'reminder_id' AS bigint) AS reminder_id
    ),
    noted AS (
        INSERT INTO outbox (event_id, type, aggregate, aggregate_id, aggregate_version, payload, occurred_at)
        SELECT gen_random_uuid(), 'reminder.sent', 'reminder', reminder_id, 1, jsonb_build_object(
            'reminder_id', reminder_id, 'appointment_id', appointment_id, 'reminder', kind, 'start_time', for_start
        ), :now
        FROM due
    )
    UPDATE reminders r SET status = 'sent', sent_at = :now, delivery_id = told.delivery_id
    FROM told WHERE told.reminder_id = r.reminder_id
    RETURNING r.reminder_id
    """  # noqa: S608 - both halves are written here
)
CHOOSE = text(f"SELECT reminder_id FROM ({DUE}) AS due")  # noqa: S608 - as above
PUT_OFF = text("UPDATE reminders SET due_at = :later WHERE reminder_id = :only AND status = 'planned'")


class SendReminders:
    """For the clock. Checks that the visit still stands in the statement that writes the delivery."""

    def __init__(self, database: Database, rules: Rules) -> None:
        self._database = database
        self._rules = rules

    async def __call__(self, moment: datetime) -> int:
        """How many were sent, skipped or put off."""
        async with self._database.transaction() as connection:
            changed = await skip_doubles(connection, moment)
            changed += await put_off_late(connection, self._rules, moment, moment - LATE)
        try:
            async with self._database.transaction() as connection:
                return changed + await _send(connection, moment)
        except DBAPIError as error:
            if error.connection_invalidated:
                raise
            log.error("reminders_not_sent", error=type(error).__name__)
            return changed + await self._one_by_one(moment)

    async def _one_by_one(self, moment: datetime) -> int:
        """One of them cannot be sent: the others can."""
        async with self._database.transaction() as connection:
            due = (await connection.execute(CHOOSE, _values(moment))).scalars().all()
        sent = 0
        for reminder_id in due:
            try:
                async with self._database.transaction() as connection:
                    sent += await _send(connection, moment, reminder_id)
            except DBAPIError as error:
                if error.connection_invalidated:
                    raise
                log.error("reminder_not_sent", reminder_id=reminder_id, error=type(error).__name__)
                await self._put_off(reminder_id, moment + POISON_PAUSE)
        return sent

    async def _put_off(self, reminder_id: int, later: datetime) -> None:
        async with self._database.transaction() as connection:
            await connection.execute(PUT_OFF, {"only": reminder_id, "later": later})


async def _send(connection: AsyncConnection, moment: datetime, only: int | None = None) -> int:
    values = _values(moment, only) | {"priority": int(Priority.REMINDER)}
    return len((await connection.execute(SEND, values)).all())


def _values(moment: datetime, only: int | None = None) -> dict[str, Any]:
    return {"now": moment, "late": moment - LATE, "most": AT_ONCE, "only": only}
