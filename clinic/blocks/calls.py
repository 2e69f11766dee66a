"""Who has to be called about a blocked visit: found by how the visits stand, whatever has led there. A duty."""

from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, and_, exists, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from clinic.appointments.domain.states import State
from clinic.appointments.tables import appointments
from clinic.blocks.domain import SOON, call_by
from clinic.blocks.hit import STILL_OUT, VISITS
from clinic.blocks.tables import block_visits, blocks
from clinic.blocks.undo import REASONS
from clinic.call_tasks.add import add_call_task
from clinic.call_tasks.finish import cancel_call_tasks
from clinic.call_tasks.tables import call_tasks
from clinic.deliveries.tables import deliveries
from clinic.offers.domain import Kind
from clinic.offers.domain import Status as OfferStatus
from clinic.offers.tables import offers
from clinic.people.tables import accounts
from clinic.platform.database import Database
from contracts.call_tasks import CallTaskReason, CallTaskStatus
from contracts.deliveries import DeliveryOutcome

AT_ONCE = 200
LATELY = timedelta(days=31)
PATIENCE = timedelta(minutes=10)
"""A visit for which no other time has been sought for so long is called about: something keeps failing."""
TOLD_BY = ("offer.made", "rebooking.none")
"""Deliveries that tell a patient of the block."""

_reasons = [reason.value for reason in REASONS]
_of_visit = and_(offers.c.appointment_id == appointments.c.id, offers.c.kind == Kind.REBOOKING.value)


def answerable(now: datetime) -> ColumnElement[bool]:
    """The patient holds an offer that can still be accepted."""
    return exists().where(_of_visit, offers.c.status == OfferStatus.OPEN.value, offers.c.expires_at > now)


def to_call(now: datetime) -> ColumnElement[bool]:
    """Of `VISITS`: those about which somebody has to telephone, whether or not that is written down.

    Nothing can be answered any more, no message arrives, or the visit was to begin so soon that nobody waits for an
    answer.
    """
    soon = appointments.c.start_time <= now + SOON
    sought = or_(block_visits.c.sought_at.is_not(None), blocks.c.created_at <= now - PATIENCE)
    alone = and_(sought, ~answerable(now))
    return and_(STILL_OUT, or_(alone, soon, block_visits.c.unreachable_at.is_not(None)))


def lately(now: datetime) -> ColumnElement[bool]:
    """Blocks that still may matter: an index answers, however many there have been."""
    return blocks.c.to_time > now - LATELY


class KeepCallTasks:
    """Adds tasks for those whom no message will do for, and ends the tasks of those who have answered."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def __call__(self, now: datetime) -> int:
        """How many tasks were added or ended."""
        async with self._database.transaction() as connection:
            await _note_unreachable(connection, now)
            ended = await _end(connection, now)
            return ended + await _add(connection, now)


async def _add(connection: AsyncConnection, now: datetime) -> int:
    known = exists().where(
        call_tasks.c.appointment_id == appointments.c.id,
        call_tasks.c.reason.in_(_reasons),
        call_tasks.c.created_at >= blocks.c.created_at,
    )
    expired = exists().where(
        _of_visit, offers.c.status == OfferStatus.EXPIRED.value, offers.c.created_at >= blocks.c.created_at
    )
    wanted = (
        select(appointments.c.id, appointments.c.start_time, block_visits.c.unreachable_at, expired.label("expired"))
        .select_from(VISITS)
        .where(lately(now), to_call(now), ~known)
        .order_by(appointments.c.start_time)
        .limit(AT_ONCE)
    )
    added = 0
    for row in (await connection.execute(wanted)).all():
        reason = CallTaskReason.NO_ANSWER if row.expired else CallTaskReason.REBOOKING
        if row.unreachable_at is not None:
            reason = CallTaskReason.UNREACHABLE
        added += await add_call_task(connection, row.id, reason, call_by(row.start_time, now), now) is not None
    return added


async def _end(connection: AsyncConnection, now: datetime) -> int:
    over = (
        select(appointments.c.id)
        .select_from(VISITS.join(call_tasks, call_tasks.c.appointment_id == appointments.c.id))
        .where(
            lately(now),
            appointments.c.status != State.NEEDS_REBOOKING.value,
            # Whoever was called that the doctor does not come is called again (see `undo`).
            block_visits.c.restored_at.is_(None),
            call_tasks.c.status == CallTaskStatus.OPEN.value,
            call_tasks.c.reason.in_(_reasons),
        )
        .limit(AT_ONCE)
    )
    ids = (await connection.execute(over)).scalars().all()
    return await cancel_call_tasks(connection, ids, REASONS, now) if ids else 0


async def _note_unreachable(connection: AsyncConnection, now: datetime) -> None:
    """The bot has said that its message did not arrive, or the patient had blocked it before."""
    undelivered = exists().where(
        deliveries.c.finished_at >= now - timedelta(days=1),  # an index answers
        deliveries.c.finished_at >= block_visits.c.sought_at,
        deliveries.c.recipient == accounts.c.external,
        deliveries.c.kind.in_(TOLD_BY),
        deliveries.c.outcome.in_([DeliveryOutcome.UNREACHABLE.value, DeliveryOutcome.FAILED.value]),
    )
    lost = (
        select(block_visits.c.block_id, block_visits.c.appointment_id)
        .select_from(VISITS.join(accounts, accounts.c.account_id == appointments.c.account_id))
        .where(
            lately(now),
            STILL_OUT,
            block_visits.c.unreachable_at.is_(None),
            block_visits.c.sought_at.is_not(None),
            or_(accounts.c.unreachable_since.is_not(None), undelivered),
        )
        .limit(AT_ONCE)
    )
    for row in (await connection.execute(lost)).all():
        same = block_visits.c.block_id == row.block_id, block_visits.c.appointment_id == row.appointment_id
        await connection.execute(update(block_visits).where(*same).values(unreachable_at=now))
