"""Catch what got into a doctor's blocked hours behind the block's back: a duty of the worker.

A booking that stood in line for the doctor while the block was made has read the schedule before that, and is written
all the same. It is hit as the others are.
"""

from datetime import datetime

from clinic.appointments import ledger
from clinic.blocks import time_off
from clinic.blocks.block import take_out
from clinic.blocks.domain import Status
from clinic.blocks.hit import missed
from clinic.blocks.read import BLOCK, find_block
from clinic.blocks.tables import blocks
from clinic.platform.database import Database


class CatchLate:
    """Looks at active blocks that are not over; costs one small read each while nothing is there."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def __call__(self, now: datetime) -> int:
        """In how many blocks something was caught."""
        async with self._database.reading() as connection:
            standing = BLOCK.where(blocks.c.status == Status.ACTIVE.value, blocks.c.to_time > now)
            active = (await connection.execute(standing)).mappings().all()
            late = [block["block_id"] for block in active if await missed(connection, block, now)]
        return sum([await self.within(block_id, now) for block_id in late])

    async def within(self, block_id: int, now: datetime) -> bool:
        """Whether there was something to catch in this block."""
        async with self._database.transaction() as connection:
            await time_off.lock_schedule(connection)
            seen = await find_block(connection, block_id)
            await ledger.lock_doctors(connection, [seen["doctor_id"]])
            block = await find_block(connection, block_id, lock=True)
            if block["status"] != Status.ACTIVE or not await missed(connection, block, now):
                return False
            await take_out(connection, block, now)
        return True
