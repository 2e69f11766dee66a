"""Undo a block: the doctor comes after all."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import RowMapping, delete, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncConnection

from clinic.applications.review import ReviewBookings
from clinic.appointments import events, ledger
from clinic.appointments.domain.states import State, before
from clinic.appointments.tables import NO_OVERLAP, appointments
from clinic.blocks import news, time_off
from clinic.blocks.domain import Status
from clinic.blocks.hit import out_of_place
from clinic.blocks.read import find_block, overlapping
from clinic.blocks.tables import block_visits, blocks
from clinic.call_tasks.add import add_call_task
from clinic.call_tasks.finish import cancel_call_tasks
from clinic.call_tasks.tables import call_tasks
from clinic.platform.clock import Clock
from clinic.platform.constraints import broken_constraint
from clinic.platform.database import Database
from clinic.platform.outbox import append
from contracts.call_tasks import CallTaskReason, CallTaskStatus

REASONS = (CallTaskReason.REBOOKING, CallTaskReason.UNREACHABLE, CallTaskReason.NO_ANSWER)
"""Of the calls that a block makes necessary."""


class UndoBlock:
    """For staff. Visits that have found no other time return to what they were; what was accepted stays.

    A visit whose time has come meanwhile, or which another block hits, stays without a time. The times that were held
    instead are let go right after (see `tidy`): they are with other doctors, who cannot be locked any more here.
    Undoing again changes nothing. Raises NotFound.
    """

    def __init__(self, database: Database, clock: Clock, review: ReviewBookings) -> None:
        self._database = database
        self._clock = clock
        self._review = review

    async def __call__(self, block_id: int, by: str) -> None:
        now = self._clock()
        async with self._database.transaction() as connection:
            await time_off.lock_schedule(connection)
            seen = await find_block(connection, block_id)
            await ledger.lock_doctors(connection, [seen["doctor_id"]])
            block = await find_block(connection, block_id, lock=True)
            if block["status"] == Status.UNDONE:
                return
            new = {"status": Status.UNDONE.value, "undone_by": by, "undone_at": now, "version": block["version"] + 1}
            await connection.execute(update(blocks).where(blocks.c.block_id == block_id).values(new))
            await time_off.open_again(connection, block_id)
            for visit in await out_of_place(connection, block_id):
                await self._give_back(connection, block, visit, now)
            await news.happened(connection, "undone", {**block, **new}, now)

    async def _give_back(
        self, connection: AsyncConnection, block: Mapping[Any, Any], visit: RowMapping, now: datetime
    ) -> None:
        if visit["start_time"] <= now:
            return  # nobody was seen then: another time is still owed
        other = await overlapping(connection, block["doctor_id"], visit["start_time"], visit["end_time"])
        if other is not None:
            await _hand_over(connection, block, other, visit)
            return
        restored = await _restored(connection, visit, now)
        if restored is None:
            return
        same = block_visits.c.block_id == block["block_id"], block_visits.c.appointment_id == visit["id"]
        await connection.execute(update(block_visits).where(*same).values(restored_at=now))
        if visit["was"] == State.PENDING:
            await self._review.moved(connection, restored, now)
        called = await _was_called(connection, visit["id"], block["created_at"])
        await cancel_call_tasks(connection, [visit["id"]], REASONS, now)
        if called:  # who was told by telephone that the doctor does not come reads no message
            await add_call_task(connection, visit["id"], CallTaskReason.REBOOKING, now, now)
        if visit["account_id"] is not None:
            await news.tell_restored(connection, visit["account_id"], visit["id"], visit["start_time"], now)


async def _restored(connection: AsyncConnection, visit: RowMapping, now: datetime) -> RowMapping | None:
    """The visit back at its old time; None if the database refuses, because somebody else has the time.

    The block kept it closed, so that this should not be: but the constraint has the last word.
    """
    new = {"status": visit["was"], "version": visit["version"] + 1, "updated_at": now}
    allowed = appointments.c.status.in_(before(State(visit["was"])))
    change = update(appointments).where(appointments.c.id == visit["id"], allowed).values(new)
    try:
        async with connection.begin_nested():
            changed = await connection.execute(change.returning(*appointments.c))
    except IntegrityError as error:
        if broken_constraint(error) != NO_OVERLAP:
            raise
        return None
    row = changed.mappings().one()
    await connection.execute(append, events.happened("restored", row, now).row())
    return row


async def _hand_over(
    connection: AsyncConnection, block: Mapping[Any, Any], other: Mapping[Any, Any], visit: RowMapping
) -> None:
    """A visit that another block hits, too, is that one's from now on."""
    same = block_visits.c.block_id == block["block_id"], block_visits.c.appointment_id == visit["id"]
    row = (await connection.execute(delete(block_visits).where(*same).returning(*block_visits.c))).mappings().one()
    handed = insert(block_visits).values({**row, "block_id": other["block_id"]})
    await connection.execute(handed.on_conflict_do_nothing())


async def _was_called(connection: AsyncConnection, appointment_id: int, since: datetime) -> bool:
    done = (
        call_tasks.c.appointment_id == appointment_id,
        call_tasks.c.status == CallTaskStatus.DONE.value,
        call_tasks.c.reason.in_([reason.value for reason in REASONS]),
        call_tasks.c.created_at >= since,
    )
    return (await connection.execute(select(call_tasks.c.id).where(*done).limit(1))).first() is not None
