"""Write down what became of a delivery that was claimed."""

from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import RowMapping, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from clinic.deliveries.claim import MOST_ATTEMPTS
from clinic.deliveries.tables import deliveries
from clinic.platform.clock import Clock
from clinic.platform.database import Database
from clinic.platform.errors import DomainError, NotFound
from contracts.deliveries import MANAGERS, AckRequest, DeliveryOutcome, DeliveryState

FIRST_PAUSE = timedelta(seconds=30)
LONGEST_PAUSE = timedelta(hours=1)

OnUnreachable = Callable[[AsyncConnection, str, datetime], Awaitable[None]]
"""Hears of an account that a delivery did not reach, inside the transaction that writes it down."""


class LeaseLost(DomainError):
    def __init__(self) -> None:
        super().__init__("lease_lost", "The lease ran out and somebody else has taken this delivery.")


class Settled(DomainError):
    """It was acknowledged with another outcome."""

    def __init__(self, outcome: str) -> None:
        super().__init__("wrong_transition", f"This delivery is already {outcome}.", outcome=outcome)


class Acknowledge:
    """For the bot that holds the lease, also when it ran out and nobody else took the delivery.

    The same outcome again changes nothing. `failed` puts it off, longer each time, and finishes it after the last
    attempt; `sent` and `unreachable` finish it. Raises NotFound, LeaseLost, Settled.
    """

    def __init__(self, database: Database, clock: Clock, on_unreachable: OnUnreachable) -> None:
        self._on_unreachable = on_unreachable
        self._database = database
        self._clock = clock

    async def __call__(self, delivery_id: int, asked: AckRequest) -> DeliveryState:
        now = self._clock()
        same = deliveries.c.delivery_id == delivery_id
        async with self._database.transaction() as connection:
            found = await connection.execute(select(deliveries).where(same).with_for_update())
            row = found.mappings().one_or_none()
            if row is None:
                raise NotFound("delivery")
            if row["lease"] != asked.lease:
                raise LeaseLost
            if row["outcome"] == asked.outcome:
                return _state(row)
            if row["finished_at"] is not None:
                raise Settled(row["outcome"])
            new = {"outcome": asked.outcome.value, "detail": asked.detail, "leased_until": None}
            new |= _ending(row, asked.outcome, now)
            changed = await connection.execute(update(deliveries).where(same).values(new).returning(deliveries))
            state = _state(changed.mappings().one())
            if asked.outcome is DeliveryOutcome.UNREACHABLE and row["recipient"] != MANAGERS:
                await self._on_unreachable(connection, row["recipient"], now)
            return state


def pause(attempts: int) -> timedelta:
    """How long to wait after failed attempt number `attempts` (from 1)."""
    return min(FIRST_PAUSE * (1 << min(attempts - 1, 20)), LONGEST_PAUSE)


def _ending(row: RowMapping, outcome: DeliveryOutcome, now: datetime) -> dict[str, Any]:
    if outcome is DeliveryOutcome.FAILED and row["attempts"] < MOST_ATTEMPTS:
        return {"not_before": now + pause(row["attempts"])}
    return {"finished_at": now}


def _state(row: RowMapping) -> DeliveryState:
    return DeliveryState(**{name: row[name] for name in DeliveryState.model_fields})
