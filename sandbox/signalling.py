"""Waiting for something to become true, without looking again and again."""

import asyncio
from collections.abc import Callable


class Signal:
    """`fire` when something has changed; those who wait look then."""

    def __init__(self) -> None:
        self._waiting: set[asyncio.Future[None]] = set()

    def fire(self) -> None:
        for future in self._waiting:
            if not future.done():
                future.set_result(None)

    async def wait_until(self, happened: Callable[[], bool], seconds: float) -> bool:
        """Whether it happened within that time."""
        try:
            async with asyncio.timeout(seconds):
                while not happened():
                    await self._next()
        except TimeoutError:
            return happened()
        return True

    async def _next(self) -> None:
        future: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting.add(future)
        try:
            await future
        finally:
            self._waiting.discard(future)
