"""The hour has passed until which a 'Coming' had to be said: the time goes to somebody else."""

from datetime import datetime
from typing import Any

import structlog
from sqlalchemy import Row, exists, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from clinic.appointments.change import change_state, locked
from clinic.appointments.counter import Counter
from clinic.appointments.domain.states import State
from clinic.appointments.tables import appointments
from clinic.call_tasks.add import add_call_task
from clinic.deliveries.tables import deliveries
from clinic.platform.outbox import Event, append
from clinic.reminders import news
from clinic.reminders.stand import confirmed_ahead, now
from clinic.reminders.tables import confirmations, reminders
from contracts.call_tasks import CallTaskReason
from contracts.deliveries import DeliveryOutcome

NOT_CONFIRMED = "not_confirmed"
"""The reason that the cancelled visit carries."""
AT_ONCE = 50
log = structlog.get_logger(__name__)

_asked = exists().where(
    # Only what arrived has asked anybody: a bot that was away must cost nobody a visit.
    reminders.c.appointment_id == confirmations.c.appointment_id,
    reminders.c.for_start == confirmations.c.for_start,
    deliveries.c.delivery_id == reminders.c.delivery_id,
    deliveries.c.outcome == DeliveryOutcome.SENT.value,
    deliveries.c.finished_at < confirmations.c.confirm_by,
)
OVERDUE = (
    select(
        confirmations.c.confirmation_id,
        confirmations.c.appointment_id,
        confirmations.c.for_start,
        _asked.label("asked"),
    )
    .join(appointments, appointments.c.id == confirmations.c.appointment_id)
    .where(
        confirmations.c.confirm_by <= now,
        confirmations.c.coming_at.is_(None),
        confirmations.c.missed_at.is_(None),
        confirmed_ahead,
        appointments.c.start_time == confirmations.c.for_start,
    )
    .order_by(confirmations.c.confirm_by, confirmations.c.confirmation_id)
    .limit(AT_ONCE)
)


class EndUnconfirmed:
    """A duty of the worker: for the clock. Each visit in a transaction of its own; one that fails stops no other.

    Who was asked and said nothing loses the visit and is told how to book again. Who was not reached is called.
    """

    def __init__(self, counter: Counter) -> None:
        self._counter = counter

    async def __call__(self, moment: datetime) -> int:
        """How many deadlines were dealt with."""
        async with self._counter.database.reading() as connection:
            overdue = (await connection.execute(OVERDUE, {now.key: moment})).all()
        done = 0
        for one in overdue:
            try:
                async with self._counter.transaction() as connection:
                    done += await self._end(connection, one, moment)
            except Exception as error:  # the others' deadlines have passed, too
                log.error("confirmation_not_ended", appointment_id=one.appointment_id, error=type(error).__name__)
        return done

    async def _end(self, connection: AsyncConnection, one: Row[Any], moment: datetime) -> bool:
        if not one.asked:
            if not await _missed(connection, one, moment):
                return False
            await add_call_task(connection, one.appointment_id, CallTaskReason.NO_ANSWER, one.for_start, moment)
            return True
        visit = await locked(connection, one.appointment_id, None)
        if visit["status"] != State.CONFIRMED or visit["start_time"] != one.for_start:
            return False
        if not await _missed(connection, one, moment):
            return False
        cancelled = await change_state(
            connection, visit["id"], State.CANCELLED, moment, account=None, status_reason=NOT_CONFIRMED
        )
        await news.not_confirmed(connection, cancelled, moment)
        return True


async def _missed(connection: AsyncConnection, one: Row[Any], moment: datetime) -> bool:
    """Whether the deadline was still to be dealt with: 'Coming' may have been said in the last second."""
    same = confirmations.c.confirmation_id == one.confirmation_id
    still = same, confirmations.c.coming_at.is_(None), confirmations.c.missed_at.is_(None)
    ended = await connection.execute(
        update(confirmations).where(*still).values(missed_at=moment).returning(confirmations.c.for_start)
    )
    if ended.one_or_none() is None:
        return False
    facts = {"appointment_id": one.appointment_id, "start_time": one.for_start.isoformat()}
    event = Event("confirmation.missed", "confirmation", one.confirmation_id, 1, facts, moment)
    await connection.execute(append, event.row())
    return True
