"""Read blocks. For the clinic's staff."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import RowMapping, select
from sqlalchemy.ext.asyncio import AsyncConnection

from clinic.blocks.domain import Status
from clinic.blocks.tables import blocks
from clinic.platform.errors import NotFound
from clinic.schedule.tables import branches, doctors

BLOCK = select(
    *blocks.c,
    doctors.c.full_name.label("doctor_name"),
    doctors.c.specialty,
    doctors.c.branch_id,
    branches.c.time_zone,
).select_from(blocks.join(doctors).join(branches, branches.c.branch_id == doctors.c.branch_id))
MOST = 200


async def find_block(connection: AsyncConnection, block_id: int, *, lock: bool = False) -> RowMapping:
    """A block with its doctor. Raises NotFound."""
    query = BLOCK.where(blocks.c.block_id == block_id)
    if lock:
        query = query.with_for_update(of=blocks)
    row = (await connection.execute(query)).mappings().one_or_none()
    if row is None:
        raise NotFound("block")
    return row


async def find_blocks(connection: AsyncConnection, active: bool | None, now: datetime) -> Sequence[RowMapping]:
    """The newest first. Active are those that stand and are not over yet."""
    query = BLOCK.order_by(blocks.c.block_id.desc()).limit(MOST)
    stands: Any = (blocks.c.status == Status.ACTIVE.value) & (blocks.c.to_time > now)
    if active is not None:
        query = query.where(stands if active else ~stands)
    return (await connection.execute(query)).mappings().all()


async def overlapping(
    connection: AsyncConnection, doctor_id: int, from_time: datetime, to_time: datetime
) -> RowMapping | None:
    """The first active block of a doctor that overlaps the hours."""
    query = BLOCK.where(
        blocks.c.doctor_id == doctor_id,
        blocks.c.status == Status.ACTIVE.value,
        blocks.c.from_time < to_time,
        blocks.c.to_time > from_time,
    ).order_by(blocks.c.from_time)
    return (await connection.execute(query.limit(1))).mappings().one_or_none()
