"""“typing …” above a chat whose turn takes a while."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager

from aiogram.exceptions import AiogramError

FIRST_AFTER, AGAIN_AFTER = 0.4, 4.0
"""Seconds; the app shows it for five."""
log = logging.getLogger(__name__)


class Typing:
    """Best effort: nobody waits for it, and a failure is nobody's."""

    def __init__(self, tasks: asyncio.TaskGroup, show: Callable[[int], Awaitable[object]]) -> None:
        self._tasks = tasks
        self._show = show

    @contextmanager
    def while_thinking(self, chat_id: int) -> Iterator[None]:
        """Show it if the block takes long, until it ends."""
        running: list[asyncio.Task[None]] = []

        def begin() -> None:
            running.append(self._tasks.create_task(self._keep_showing(chat_id)))

        timer = asyncio.get_running_loop().call_later(FIRST_AFTER, begin)
        try:
            yield
        finally:
            timer.cancel()
            for task in running:
                task.cancel()

    async def _keep_showing(self, chat_id: int) -> None:
        while True:
            try:
                await self._show(chat_id)
            except (AiogramError, UnicodeDecodeError) as error:
                log.debug("typing could not be shown: %s", type(error).__name__)
                return
            await asyncio.sleep(AGAIN_AFTER)
