"""The visits and holds that a block hits change their state, all at once, under the doctor's lock."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, RowMapping, and_, func, insert, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from clinic.applications.follow import follow
from clinic.appointments import events
from clinic.appointments.domain.states import State, before
from clinic.appointments.tables import appointments
from clinic.blocks.tables import block_visits, blocks
from clinic.platform.outbox import append

HIT = before(State.NEEDS_REBOOKING)
"""Visits in these states are hit; whoever has arrived is looked after by people."""

VISITS = block_visits.join(blocks).join(appointments, appointments.c.id == block_visits.c.appointment_id)
STILL_OUT: ColumnElement[bool] = and_(
    appointments.c.status == State.NEEDS_REBOOKING.value,
    block_visits.c.restored_at.is_(None),
    # One that found another time, and then lost that one, too, is the second block's.
    appointments.c.doctor_id == blocks.c.doctor_id,
    appointments.c.start_time == block_visits.c.start_time,
)
"""Of `VISITS`: those that stand without a time because of this very block."""


def inside(doctor_id: int, from_time: datetime, to_time: datetime, now: datetime) -> ColumnElement[bool]:
    """Appointments of the doctor that overlap the hours and are not over. Buffers may reach in: nobody comes then."""
    column = appointments.c
    return and_(
        column.doctor_id == doctor_id,
        column.start_time < to_time,
        column.end_time > max(from_time, now),
        # The index is by the start: no visit lasts a day.
        column.start_time > from_time - func.make_interval(0, 0, 0, 1),
    )


def still_held(now: datetime) -> ColumnElement[bool]:
    return and_(appointments.c.status == State.HELD.value, appointments.c.hold_expires_at > now)


async def hit_visits(connection: AsyncConnection, block: Mapping[Any, Any], now: datetime) -> None:
    """Visits become needs_rebooking and are written down with what they were; applications wait for their patients.

    Held times are over, patients' and those of offers: as expired ones, since that is what a patient who is about to
    confirm understands.
    """
    hours = inside(block["doctor_id"], block["from_time"], block["to_time"], now)
    found = await connection.execute(
        select(appointments).where(hours, appointments.c.status.in_(HIT)).order_by(appointments.c.start_time)
    )
    visits = found.mappings().all()
    if visits:
        changed = await _change(connection, [visit["id"] for visit in visits], State.NEEDS_REBOOKING, now)
        for visit in visits:
            if visit["status"] == State.PENDING:
                await follow(connection, visit, changed[visit["id"]], now, by_patient=False)
        await connection.execute(
            insert(block_visits),
            [
                {
                    "block_id": block["block_id"],
                    "appointment_id": visit["id"],
                    "was": visit["status"],
                    "start_time": visit["start_time"],
                }
                for visit in visits
            ],
        )
    holds = select(appointments.c.id).where(hours, appointments.c.status == State.HELD.value)
    await _change(connection, (await connection.execute(holds)).scalars().all(), State.EXPIRED, now)


async def out_of_place(connection: AsyncConnection, block_id: int) -> Sequence[RowMapping]:
    """The block's visits that have found no other time yet: their old times may be given back."""
    waiting = select(*appointments.c, block_visits.c.was).select_from(VISITS)
    found = await connection.execute(
        waiting.where(block_visits.c.block_id == block_id, STILL_OUT).order_by(appointments.c.id)
    )
    return found.mappings().all()


async def missed(connection: AsyncConnection, block: Mapping[Any, Any], now: datetime) -> bool:
    """Whether something stands in the blocked hours: a booking that was under way when the block was made."""
    hours = inside(block["doctor_id"], block["from_time"], block["to_time"], now)
    stands = or_(appointments.c.status.in_(HIT), still_held(now))
    return (await connection.execute(select(appointments.c.id).where(hours, stands).limit(1))).first() is not None


async def _change(
    connection: AsyncConnection, ids: Sequence[int], target: State, now: datetime
) -> dict[int, RowMapping]:
    """One statement for all; `write_change` would take half a dozen for each."""
    if not ids:
        return {}
    changed = await connection.execute(
        update(appointments)
        .where(appointments.c.id.in_(ids), appointments.c.status.in_(before(target)))
        .values(status=target.value, version=appointments.c.version + 1, updated_at=now)
        .returning(*appointments.c)
    )
    rows = changed.mappings().all()
    await connection.execute(append, [events.happened(target, row, now).row() for row in rows])
    return {row["id"]: row for row in rows}
