"""Counts changes, so that a reader can wait for the next one."""

import asyncio
from collections import defaultdict

from sandbox.world.changes import BotChanged, Change
from sandbox.world.chat import Chat
from sandbox.world.world import World

_ALL = 0
"""The key of what concerns every chat."""


class Revisions:
    """A number for each chat that grows with every change of it."""

    def __init__(self, world: World) -> None:
        self._numbers: defaultdict[int, int] = defaultdict(int)
        self._waiting: defaultdict[int, set[asyncio.Future[None]]] = defaultdict(set)
        world.subscribe(self._on_change)

    def now(self, chat: Chat) -> int:
        return self._numbers[id(chat)] + self._numbers[_ALL]

    async def wait(self, chat: Chat, after: int, timeout_seconds: float) -> None:
        """Until the number is above `after`, or the time is over."""
        if self.now(chat) > after or timeout_seconds <= 0:
            return
        future: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting[id(chat)].add(future)
        try:
            async with asyncio.timeout(timeout_seconds):
                await future
        except TimeoutError:
            return
        finally:
            self._waiting[id(chat)].discard(future)

    def _on_change(self, change: Change) -> None:
        key = _ALL if isinstance(change, BotChanged) else id(change.chat)
        self._numbers[key] += 1
        waiting = (
            [future for futures in self._waiting.values() for future in futures] if key == _ALL else self._waiting[key]
        )
        for future in waiting:
            if not future.done():
                future.set_result(None)
