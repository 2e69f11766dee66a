"""The day's calls of the model in PostgreSQL: shared, exact under contention, and there after a restart."""

import asyncio
from datetime import date, timedelta

import asyncpg
import pytest

from bot.metrics import Metrics
from bot.storage.database import FAILURES, open_pool
from bot.storage.model_calls import StoredBudget

TODAY = date(2026, 11, 18)


def _counted(metrics: Metrics, outcome: str) -> float:
    return metrics.registry.get_sample_value("bot_model_calls_total", {"outcome": outcome}) or 0.0


async def test_processes_share_the_days_calls_and_a_restart_forgets_none(edge_database: str) -> None:
    metrics = Metrics()
    taken = []
    for _ in range(3):  # two at once, then one that begins anew
        pools = [await open_pool(edge_database, 4) for _ in range(2)]
        budgets = [StoredBudget(pool, 20, metrics) for pool in pools]
        taken += await asyncio.gather(*(budget.take(TODAY) for budget in budgets * 6))
        for pool in pools:
            await pool.close()

    assert (taken.count(True), taken.count(False)) == (20, 16)
    assert (_counted(metrics, "made"), _counted(metrics, "over_budget")) == (20, 16)


async def test_each_day_has_its_own(edge_database: str) -> None:
    pool = await open_pool(edge_database, 2)
    budget = StoredBudget(pool, 1, Metrics())

    assert [await budget.take(day) for day in (TODAY, TODAY, TODAY + timedelta(days=1))] == [True, False, True]
    await pool.close()


async def test_nothing_allowed_writes_nothing(edge_database: str) -> None:
    pool = await open_pool(edge_database, 2)

    assert not await StoredBudget(pool, 0, Metrics()).take(TODAY)
    assert await pool.fetchval("SELECT count(*) FROM bot.model_calls") == 0
    await pool.close()


async def test_a_store_that_is_away_raises_and_is_counted(edge_database: str) -> None:
    metrics = Metrics()
    pool = await open_pool(edge_database, 2)
    await pool.close()

    with pytest.raises(FAILURES) as raised:
        await StoredBudget(pool, 5, metrics).take(TODAY)
    assert isinstance(raised.value, asyncpg.InterfaceError)
    assert _counted(metrics, "unknown") == 1
