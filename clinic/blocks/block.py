"""Block a doctor's time: the doctor cannot come."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import insert
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncConnection

from clinic.appointments import ledger
from clinic.appointments.refusals import UnknownDoctor
from clinic.blocks import news, time_off
from clinic.blocks.closing import widened
from clinic.blocks.domain import LONGEST, Status
from clinic.blocks.hit import hit_visits, out_of_place
from clinic.blocks.read import find_block, overlapping
from clinic.blocks.refusals import BadBlock, BlockedAlready
from clinic.blocks.tables import NO_OVERLAP, blocks
from clinic.platform.clock import Clock
from clinic.platform.constraints import broken_constraint
from clinic.platform.database import Database
from clinic.schedule.tables import doctors
from contracts.blocks import BlockRequest


class BlockDoctor:
    """For staff. One transaction closes the doctor's time and takes the visits out of it; other times are sought after.

    The alternatives are with doctors whom nobody knows before they are found, and doctors are locked in one order: so
    each is held by a transaction of its own (see `seek`), and one patient's trouble stops no other's.
    The same hours by the same person again answer the block that stands. Raises UnknownDoctor, BadBlock,
    BlockedAlready.
    """

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    async def __call__(self, asked: BlockRequest) -> int:
        """The block's id."""
        now = self._clock()
        check_hours(asked.from_time, asked.to_time, now)
        try:
            async with self._database.transaction() as connection:
                return await self._block(connection, asked, now)
        except IntegrityError as error:
            if broken_constraint(error) != NO_OVERLAP:
                raise
            async with self._database.reading() as connection:
                standing = await overlapping(connection, asked.doctor_id, asked.from_time, asked.to_time)
            raise BlockedAlready(standing) from error

    async def _block(self, connection: AsyncConnection, asked: BlockRequest, now: datetime) -> int:
        await time_off.lock_schedule(connection)
        if await ledger.lock_doctors(connection, [asked.doctor_id]) == 0:
            raise UnknownDoctor
        standing = await overlapping(connection, asked.doctor_id, asked.from_time, asked.to_time)
        if standing is not None:
            if _same(standing, asked):
                return int(standing["block_id"])
            raise BlockedAlready(standing)
        written = await connection.execute(insert(blocks).values(_row(asked, now)).returning(blocks.c.block_id))
        block = await find_block(connection, written.scalar_one())
        await take_out(connection, block, now)
        await news.happened(connection, "made", block, now)
        return int(block["block_id"])


async def take_out(connection: AsyncConnection, block: Mapping[Any, Any], now: datetime) -> None:
    """Take everything that stands in the block's hours out of them, and close these; schedule and doctor are locked."""
    await hit_visits(connection, block, now)
    kept_free = doctors.c.buffer_before, doctors.c.buffer_after
    found = await connection.execute(doctors.select().with_only_columns(*kept_free).where(_is(block)))
    before, after = (timedelta(minutes=minutes) for minutes in found.one())
    waiting = await out_of_place(connection, block["block_id"])
    begin, end = widened(block["from_time"], block["to_time"], waiting, before, after)
    await time_off.close(connection, block, begin, end)


def check_hours(from_time: datetime, to_time: datetime, now: datetime) -> None:
    """Raises BadBlock."""
    if to_time <= now:
        raise BadBlock("These hours are over.")
    if to_time - from_time > LONGEST:
        raise BadBlock(f"A block lasts at most {LONGEST.days} days; longer absences belong to the schedule.")


def _is(block: Mapping[Any, Any]) -> Any:
    return doctors.c.doctor_id == block["doctor_id"]


def _same(standing: Mapping[Any, Any], asked: BlockRequest) -> bool:
    return (standing["from_time"], standing["to_time"], standing["made_by"]) == (
        asked.from_time,
        asked.to_time,
        asked.by,
    )


def _row(asked: BlockRequest, now: datetime) -> dict[str, Any]:
    return {
        "version": 1,
        "doctor_id": asked.doctor_id,
        "from_time": asked.from_time,
        "to_time": asked.to_time,
        "reason": asked.reason or None,
        "status": Status.ACTIVE.value,
        "made_by": asked.by,
        "created_at": now,
    }
