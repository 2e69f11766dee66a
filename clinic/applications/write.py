"""Write an application's change: one more version, and the event and the news of it."""

from datetime import datetime
from typing import Any

from sqlalchemy import RowMapping, update
from sqlalchemy.ext.asyncio import AsyncConnection

from clinic.applications import news
from clinic.applications.domain.states import FOLLOWS, State
from clinic.applications.read import find
from clinic.applications.refusals import Decided
from clinic.applications.tables import applications


async def change(
    connection: AsyncConnection,
    row: RowMapping,
    what: str,
    now: datetime,
    *,
    managers: bool = True,
    account: bool = True,
    **values: Any,
) -> RowMapping:
    """Write columns of an application that is locked; the application as it then stands. Raises Decided."""
    target = State(values.get("status", row["status"]))
    if target is not State(row["status"]) and target not in FOLLOWS[State(row["status"])]:
        raise Decided(row["status"], row["decided_by"], row["decided_at"])
    changed = await write(connection, row, now, **values)
    await news.happened(connection, what, changed, now, managers=managers, account=account)
    return changed


async def write(connection: AsyncConnection, row: RowMapping, now: datetime, **values: Any) -> RowMapping:
    """Write columns without an event: who holds a card is nobody's news."""
    new = {"version": row["version"] + 1, "updated_at": now} | values
    await connection.execute(update(applications).where(applications.c.id == row["id"]).values(new))
    return await find(connection, row["id"], None)


def decided(status: State, by: str, now: datetime, reason: str | None = None) -> dict[str, Any]:
    """The columns of a decision; nothing is waited for any more."""
    return {
        "status": status.value,
        "decided_by": by,
        "decided_at": now,
        "decision_reason": reason,
        "decide_by": None,
        "remind_at": None,
        "taken_by": None,
        "taken_at": None,
    }
