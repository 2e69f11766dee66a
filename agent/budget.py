"""How many calls of the model a day may cost. Calls are counted, not turns: a turn has several."""

from collections import Counter
from datetime import date
from typing import Protocol

STORE_SECONDS = 2.0
"""A count that takes longer than this is as good as none."""


class NoCallLeft(Exception):
    """The model may not be asked now; its message says why. The offline model answers, and nobody is to blame."""


class Budget(Protocol):
    """Counts what processes do together."""

    async def take(self, day: date) -> bool:
        """One call of the model on this day of the clinic's calendar: whether it may be made. Counted if so.

        May raise anything: a count that cannot be read allows nothing.
        """
        ...


class BudgetInMemory:
    """Of this process alone, from its start on: for one conversation at a terminal, and for tests."""

    def __init__(self, calls_a_day: int) -> None:
        self._limit = calls_a_day
        self._made: Counter[date] = Counter()

    async def take(self, day: date) -> bool:
        if self._made[day] >= self._limit:
            return False
        self._made = Counter({day: self._made[day] + 1})  # yesterday is of no use
        return True
