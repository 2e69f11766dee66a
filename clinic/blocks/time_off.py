"""The time off that belongs to a block: it comes and goes with it, under the schedule's lock."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import delete, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from clinic.blocks.closing import closed_days
from clinic.schedule.domain.rules import ExceptionKind
from clinic.schedule.tables import schedule_exceptions, schedule_version


async def lock_schedule(connection: AsyncConnection) -> None:
    """Imports and blocks change the schedule one after the other. It is locked before any doctor."""
    await connection.execute(select(schedule_version).with_for_update())


async def close(connection: AsyncConnection, block: Mapping[Any, Any], begin: datetime, end: datetime) -> None:
    """Close [begin, end) of the doctor's time instead of what the block closed until now; a new schedule version."""
    await _forget(connection, block["block_id"])
    rows = [
        {
            "doctor_id": block["doctor_id"],
            "kind": ExceptionKind.TIME_OFF.value,
            "first_day": closed.first_day,
            "last_day": closed.last_day,
            "start_minute": closed.start,
            "end_minute": closed.end,
            "block_id": block["block_id"],
        }
        for closed in closed_days(begin, end, ZoneInfo(block["time_zone"]))
    ]
    await connection.execute(insert(schedule_exceptions), rows)
    await _count_up(connection)


async def open_again(connection: AsyncConnection, block_id: int) -> None:
    """The block's time off goes; a new schedule version."""
    await _forget(connection, block_id)
    await _count_up(connection)


async def _forget(connection: AsyncConnection, block_id: int) -> None:
    await connection.execute(delete(schedule_exceptions).where(schedule_exceptions.c.block_id == block_id))


async def _count_up(connection: AsyncConnection) -> None:
    await connection.execute(update(schedule_version).values(version=schedule_version.c.version + 1))
