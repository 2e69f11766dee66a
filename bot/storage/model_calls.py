"""The day's calls of the model, counted by all processes together."""

from datetime import date

from bot.metrics import Metrics
from bot.storage.database import Pool

_TAKE = """
INSERT INTO bot.model_calls AS counted (day, calls) VALUES ($1, 1)
ON CONFLICT (day) DO UPDATE SET calls = counted.calls + 1 WHERE counted.calls < $2
RETURNING calls
"""


class StoredBudget:
    """Implements agent.budget.Budget: one row a day, so that a restart forgets nothing."""

    def __init__(self, pool: Pool, calls_a_day: int, metrics: Metrics) -> None:
        self._pool = pool
        self._limit = calls_a_day
        self._metrics = metrics

    async def take(self, day: date) -> bool:
        """May raise one of bot.storage.database.FAILURES."""
        outcome = "unknown"
        try:
            left = self._limit > 0 and await self._pool.fetchval(_TAKE, day, self._limit) is not None
            outcome = "made" if left else "over_budget"
        finally:
            self._metrics.model_calls.labels(outcome).inc()
        return left
