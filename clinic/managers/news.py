"""What is told of managers: who came (by number: the name stays here), so that nobody comes in unseen."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy.ext.asyncio import AsyncConnection

from clinic.deliveries.news import News, Priority, tell_managers
from clinic.platform.outbox import Event, append


async def joined(connection: AsyncConnection, row: Mapping[Any, Any], now: datetime) -> None:
    """Write the event, and the news for the managers of the branch, into the transaction that makes it true."""
    manager_id, branch_id = row["manager_id"], row["branch_id"]
    facts = {"manager_id": manager_id, "role": row["role"], "branch_id": branch_id, "at": now.isoformat()}
    await _event(connection, "joined", 1, manager_id, facts, now)
    await tell_managers(connection, News("manager.joined", facts, Priority.DESK), now, branch_id)


async def revoked(connection: AsyncConnection, manager_id: int, now: datetime) -> None:
    await _event(connection, "revoked", 2, manager_id, {"manager_id": manager_id, "at": now.isoformat()}, now)


async def _event(
    connection: AsyncConnection, what: str, version: int, manager_id: int, facts: dict[str, Any], now: datetime
) -> None:
    event = Event(
        type=f"manager.{what}",
        aggregate="manager",
        aggregate_id=manager_id,
        aggregate_version=version,
        payload=facts,
        occurred_at=now,
    )
    await connection.execute(append, event.row())
