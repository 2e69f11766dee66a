"""Keeps what Telegram hands over, then lets it be worked on: here, or by the process that works."""

import asyncio
import logging
from collections.abc import Callable, Sequence

from aiogram import Bot

from bot.inbox.reading import migration, read, read_kept
from bot.inbox.rooms import Rooms
from bot.metrics import Metrics
from bot.points import Passing
from bot.storage import rooms, updates
from bot.storage.database import Pool
from bot.storage.updates import Kept
from bot.turns.heard import Heard

PAGE = 500
ROOMS_SECONDS = 5.0
log = logging.getLogger(__name__)


class Intake:
    """`hear` is set while this process works."""

    def __init__(self, bot: Bot, pool: Pool, rooms: Rooms, passing: Passing, metrics: Metrics) -> None:
        self._bot = bot
        self._pool = pool
        self._rooms = rooms
        self._passing = passing
        self._metrics = metrics
        self._recovering = asyncio.Lock()
        self._rooms_at = float("-inf")
        self.hear: Callable[[Heard], None] | None = None
        self.moved: Callable[[int, int], None] | None = None

    async def take(self, raw: Sequence[object]) -> int | None:
        """Keep updates as they came; when it returns they are safe. The highest id, None if there was none.

        Repeated ones do nothing. Raises one of database.FAILURES: nothing was kept.
        """
        if self.hear is None:
            await self._learn_rooms()
        found = [each for one in raw if (each := read(one, self._bot, self._rooms)) is not None]
        if not found:
            return None
        new = await updates.keep(self._pool, self._bot.id, [kept for kept, _ in found])
        self._passing("taken")
        hear = self.hear
        for kept, heard in found:
            if kept.update_id not in new:
                continue
            new.discard(kept.update_id)
            self._metrics.updates.labels(kept.state.value).inc()
            if heard is not None and hear is not None:
                self._pass_on(heard, hear)
        if hear is None:
            await updates.announce(self._pool)
        return max(kept.update_id for kept, _ in found)

    async def _learn_rooms(self) -> None:
        """Rooms are opened by the process that works; one that only receives looks them up now and then."""
        now = asyncio.get_running_loop().time()
        if now - self._rooms_at >= ROOMS_SECONDS:
            self._rooms_at = now
            self._rooms.learn(await rooms.read(self._pool))

    async def recover(self) -> None:
        """Hear all that is in the table: left by a dead process, or received by another.

        What was heard before does not matter. Raises one of database.FAILURES.
        """
        hear, after = self.hear, -1
        if hear is None:
            return
        async with self._recovering:
            while page := await updates.pending(self._pool, self._bot.id, after, PAGE):
                for kept in page:
                    await self._hear_again(kept, hear)
                after = page[-1].update_id

    async def _hear_again(self, kept: Kept, hear: Callable[[Heard], None]) -> None:
        heard = read_kept(kept, self._bot)
        if heard is None:
            log.error("update %s cannot be read by this version: skipped", kept.update_id)
            await updates.skip(self._pool, self._bot.id, kept.update_id)
            return
        self._pass_on(heard, hear)

    def _pass_on(self, heard: Heard, hear: Callable[[Heard], None]) -> None:
        moved = migration(heard.update.message)
        if moved is not None and self.moved is not None:
            self.moved(*moved)
        hear(heard)
