"""Group commit: what is asked for while a statement runs goes out together as the next one."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import Generic, TypeVar

import asyncpg

Item = TypeVar("Item")
Answer = TypeVar("Answer")
MOST = 200
_FAULT_OF_ONE = (asyncpg.DataError, asyncpg.IntegrityConstraintViolationError)


class Gathering(Generic[Item, Answer]):
    """Call it with one item; the answer comes when the statement that took it along has been committed."""

    def __init__(
        self, tasks: asyncio.TaskGroup, flush: Callable[[Sequence[Item]], Awaitable[Sequence[Answer]]]
    ) -> None:
        """`flush` writes several items in one statement and answers one by one; its failures reach those who wait."""
        self._tasks = tasks
        self._flush = flush
        self._waiting: list[tuple[Item, asyncio.Future[Answer]]] = []
        self._running = False

    async def __call__(self, item: Item) -> Answer:
        """Raises what the statement raises; a value that cannot be stored harms nobody else's."""
        future: asyncio.Future[Answer] = asyncio.get_running_loop().create_future()
        self._waiting.append((item, future))
        if not self._running:
            self._running = True
            self._tasks.create_task(self._run())
        return await future

    async def _run(self) -> None:
        try:
            while self._waiting:
                now, self._waiting = self._waiting[:MOST], self._waiting[MOST:]
                await self._write(now)
        finally:
            self._running = False
            for _, future in self._waiting:
                future.cancel()

    async def _write(self, waiting: list[tuple[Item, "asyncio.Future[Answer]"]]) -> None:
        try:
            answers = await self._flush([item for item, _ in waiting])
        except _FAULT_OF_ONE as error:
            if len(waiting) == 1:
                _fail(waiting, error)
                return
            for one in waiting:
                await self._write([one])
        except Exception as error:
            # Those who asked decide what it means; here it only must not end the gathering.
            _fail(waiting, error)
        except BaseException:
            for _, future in waiting:
                future.cancel()
            raise
        else:
            for (_, future), answer in zip(waiting, answers, strict=True):
                if not future.done():
                    future.set_result(answer)


def _fail(waiting: Sequence[tuple[object, "asyncio.Future[Answer]"]], error: Exception) -> None:
    for _, future in waiting:
        if not future.done():
            future.set_exception(error)
