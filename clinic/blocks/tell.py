"""Tell the managers when a board shows something new: a duty of the worker."""

import hashlib
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import or_, update

from clinic.blocks import news
from clinic.blocks.board import read_visits
from clinic.blocks.calls import lately
from clinic.blocks.read import BLOCK
from clinic.blocks.tables import blocks
from clinic.platform.database import Database

PAUSE = timedelta(seconds=4)
"""Telegram lets a bot write to a group twenty times a minute, edits included."""
SHOWN = ("appointment_id", "hit_status", "new_start_time", "call", "called")


class TellBoards:
    """One delivery for all that has changed since the last one, and a pause after it.

    The delivery says only that there is something new: whoever shows the board reads it then.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    async def __call__(self, now: datetime) -> int:
        """Of how many boards the managers were told."""
        async with self._database.snapshot() as connection:
            rested = or_(blocks.c.told_at.is_(None), blocks.c.told_at <= now - PAUSE)
            current = (await connection.execute(BLOCK.where(lately(now), rested))).mappings().all()
            changed = {
                block["block_id"]: digest
                for block in current
                if (digest := _digest(block, await read_visits(connection, block["block_id"], now))) != block["told"]
            }
        return sum([await self._tell(block_id, digest, now) for block_id, digest in changed.items()])

    async def _tell(self, block_id: int, digest: str, now: datetime) -> bool:
        async with self._database.transaction() as connection:
            same = blocks.c.block_id == block_id
            locked = BLOCK.where(same, blocks.c.told.is_distinct_from(digest)).with_for_update(
                of=blocks, skip_locked=True
            )
            block = (await connection.execute(locked)).mappings().one_or_none()
            if block is None:
                return False  # another worker's
            await connection.execute(update(blocks).where(same).values(told=digest, told_at=now))
            await news.tell_board(connection, block, now)
        return True


def _digest(block: Mapping[Any, Any], visits: Sequence[Mapping[Any, Any]]) -> str:
    shown = [block["status"], *(str([visit[name] for name in SHOWN]) for visit in visits)]
    return hashlib.sha256("\n".join(shown).encode()).hexdigest()
