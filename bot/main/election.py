"""Works while this process holds the lock, stands by while another one does."""

import asyncio
import logging
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import datetime
from typing import Literal

from bot.main.parts import Parts
from bot.main.work import Work
from bot.sending.deliveries import Render
from bot.sending.outcomes import TokenRefused
from bot.storage.database import FAILURES, kind
from bot.storage.lock import LockLost, only_one
from bot.turns.turns import Overtaken

LONGEST_PAUSE = 5.0
_BEGIN_AGAIN = (*FAILURES, LockLost, Overtaken)
log = logging.getLogger(__name__)


class Election:
    """`state`: for health. A lost database or lock ends the work at once; what was not committed is done again."""

    def __init__(self, parts: Parts, clock: Callable[[], datetime], render: Render) -> None:
        self._parts = parts
        self._clock = clock
        self._render = render
        self.state: Literal["standby", "active"] = "standby"

    async def run(self, stop: asyncio.Event) -> None:
        """Until `stop`. Raises TokenRefused."""
        failures, refused = 0, False
        while not stop.is_set():
            try:
                await self._once(stop)
                failures = 0
            except* TokenRefused:
                refused = True  # raised here, Python before 3.11.4 would wrap it in a group
            except* _BEGIN_AGAIN as errors:
                failures += 1
                log.error("the work begins again: %s", ", ".join(sorted({kind(leaf) for leaf in _leaves(errors)})))
            if refused:
                raise TokenRefused
            if failures:
                await _pause(stop, min(LONGEST_PAUSE, 0.1 * 2 ** min(failures, 10)))

    async def _once(self, stop: asyncio.Event) -> None:
        async with only_one(self._parts.settings.database_url, stop) as held:
            if held is None:
                return
            try:
                async with asyncio.TaskGroup() as tasks:
                    work = Work(self._parts, held, tasks, self._clock, self._render)
                    await work.begin()
                    self._is("active")
                    await work.until(stop)
                    raise _Over  # what still runs has had its time
            except* _Over:
                pass
            finally:
                self._is("standby")

    def _is(self, state: Literal["standby", "active"]) -> None:
        self.state = state
        self._parts.metrics.active.set(state == "active")


class _Over(Exception):
    """The work has ended as it should."""


def _leaves(errors: BaseExceptionGroup[BaseException]) -> Iterator[BaseException]:
    for error in errors.exceptions:
        if isinstance(error, BaseExceptionGroup):
            yield from _leaves(error)
        else:
            yield error


async def _pause(stop: asyncio.Event, seconds: float) -> None:
    with suppress(TimeoutError):
        async with asyncio.timeout(seconds):
            await stop.wait()
