"""Every chat's line, a bounded number of them at work at once."""

import asyncio
import logging
from collections.abc import Awaitable, Callable

from bot.turns.heard import Heard
from bot.turns.line import Line

ENOUGH = 2_000
"""With so many updates waiting here, more may wait at Telegram."""
REMEMBERED = 50_000
log = logging.getLogger(__name__)


class Workers:
    """`hear` is all that anybody needs; a line is worked off by one task, which ends with the line."""

    def __init__(self, tasks: asyncio.TaskGroup, work: Callable[[Line], Awaitable[None]], most: int) -> None:
        """`work` handles what is first in a line; `most` chats are worked on at once."""
        self._tasks = tasks
        self._work = work
        self._room = asyncio.Semaphore(most)
        self._lines: dict[int, Line] = {}
        self._stopping = False
        self._idle = asyncio.Event()
        self._idle.set()
        self._progress = asyncio.Event()
        self._heard: dict[int, None] = {}
        """The newest updates that came here, in the order of coming: each is worked on once."""

    def hear(self, heard: Heard) -> None:
        """Work on it when its turn comes. One that was heard before is left alone."""
        update_id = heard.update_ids[0]
        if update_id in self._heard:
            return
        self._heard[update_id] = None
        if len(self._heard) > REMEMBERED:
            del self._heard[next(iter(self._heard))]
        line = self._lines.get(heard.chat_id)
        if line is None:
            line = self._lines[heard.chat_id] = Line(heard.chat_id)
        line.add(heard)
        if not line.working and not self._stopping:
            line.working = True
            self._idle.clear()
            self._tasks.create_task(self._run(line))

    async def calm(self) -> None:
        """Return when there is room for more."""
        while self.waiting > ENOUGH:
            self._progress.clear()
            await self._progress.wait()

    @property
    def waiting(self) -> int:
        """How many updates wait."""
        return sum(len(line.pending) for line in self._lines.values())

    async def finish(self) -> None:
        """Begin no more turns; return when the running ones have ended. What waits stays in the table."""
        self._stopping = True
        await self._idle.wait()

    async def _run(self, line: Line) -> None:
        async with self._room:
            while line.pending and not self._stopping:
                await self._work(line)
                self._progress.set()
        line.working = False
        if not line.pending:
            del self._lines[line.chat_id]
        if not any(each.working for each in self._lines.values()):
            self._idle.set()
