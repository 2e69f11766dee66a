"""The calls that bots made, for tests to read."""

from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import count
from typing import Any

from sandbox.signalling import Signal

MOST_KEPT = 20_000


@dataclass(slots=True)
class Called:
    number: int
    """Counts all calls, from 1."""
    at: datetime
    bot_id: int
    method: str
    """As it was written."""
    arguments: Mapping[str, Any]
    """As they came; files excepted."""
    code: int = 0
    """Of the answer; 0 while there is none."""
    description: str | None = None


class Journal:
    def __init__(self) -> None:
        self.calls: deque[Called] = deque(maxlen=MOST_KEPT)
        self.signal = Signal()
        """Fires when a call comes and when it is answered."""
        self._numbers = count(1)

    def write(self, at: datetime, bot_id: int, method: str, arguments: Mapping[str, Any]) -> Called:
        called = Called(next(self._numbers), at, bot_id, method, arguments)
        self.calls.append(called)
        self.signal.fire()
        return called

    def answer(self, called: Called, code: int, description: str | None = None) -> None:
        called.code, called.description = code, description
        self.signal.fire()

    def find(self, method: str, after: int, *, answered: bool) -> list[Called]:
        """Calls after number `after`, from old to new; `method` in any case, "" for all; `answered`: only those."""
        found = []
        for called in reversed(self.calls):
            if called.number <= after:
                break
            if method.lower() in ("", called.method.lower()) and (called.code or not answered):
                found.append(called)
        return found[::-1]
