"""What is kept of answers about tickets, so that a chat full of glances asks the database once.

Cache-aside: a reader asks the cache, then the database, then keeps what it found. Whoever writes forgets afterwards.
Between a reader's look into the database and its keeping, somebody may write: `mark` is taken before the look, and what
was forgotten since is not kept.
"""

import time
from collections import OrderedDict
from collections.abc import Callable, Iterable
from typing import Protocol

MOST_ANSWERS = 1_000


class TicketCache(Protocol):
    """Answers as JSON. `group`: what is forgotten together."""

    async def get(self, group: str, key: str) -> str | None: ...

    async def mark(self) -> int:
        """To be taken before the database is asked, and given to `keep`."""
        ...

    async def keep(self, group: str, key: str, answer: str, mark: int) -> None:
        """Does nothing if anything has been forgotten since `mark`."""
        ...

    async def forget(self, groups: Iterable[str]) -> None: ...


class MemoryCache:
    """Of one process: another one's writes are seen when `seconds` have passed, at the latest."""

    def __init__(self, seconds: float, clock: Callable[[], float] = time.monotonic) -> None:
        """`seconds`: how long an answer is kept, 0: not at all; `clock`: in seconds, never goes back."""
        self._seconds = seconds
        self._clock = clock
        self._answers: OrderedDict[tuple[str, str], tuple[str, float]] = OrderedDict()
        self._forgotten = 0

    async def get(self, group: str, key: str) -> str | None:
        found = self._answers.get((group, key))
        return found[0] if found is not None and self._clock() < found[1] else None

    async def mark(self) -> int:
        return self._forgotten

    async def keep(self, group: str, key: str, answer: str, mark: int) -> None:
        if mark != self._forgotten:
            return
        self._answers[group, key] = answer, self._clock() + self._seconds
        self._answers.move_to_end((group, key))
        if len(self._answers) > MOST_ANSWERS:
            self._answers.popitem(last=False)

    async def forget(self, groups: Iterable[str]) -> None:
        self._forgotten += 1
        gone = set(groups)
        for known in [known for known in self._answers if known[0] in gone]:
            del self._answers[known]
