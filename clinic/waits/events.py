"""What is told of places in line: ids, days and codes."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import update
from sqlalchemy.ext.asyncio import AsyncConnection

from clinic.platform.outbox import Event, append
from clinic.waits.domain import Status
from clinic.waits.tables import waits


async def bring(connection: AsyncConnection, row: Mapping[Any, Any], to: Status, what: str, now: datetime) -> None:
    """Bring a place that is locked to another status, and write the event `wait.<what>`."""
    same = waits.c.wait_id == row["wait_id"]
    new = {"status": to.value, "version": row["version"] + 1, "updated_at": now}
    await connection.execute(update(waits).where(same).values(new))
    await happened(connection, {**row, **new}, what, now)


async def happened(connection: AsyncConnection, row: Mapping[Any, Any], what: str, now: datetime) -> None:
    """Write the event `wait.<what>` for the place as it now stands."""
    facts = {
        "wait_id": row["wait_id"],
        "client_id": row["client_id"],
        "specialty": row["specialty"],
        "doctor_id": row["doctor_id"],
        "branch_id": row["branch_id"],
        "first_day": row["first_day"].isoformat(),
        "last_day": row["last_day"].isoformat(),
        "status": row["status"],
    }
    event = Event(f"wait.{what}", "wait", row["wait_id"], row["version"], facts, now)
    await connection.execute(append, event.row())
