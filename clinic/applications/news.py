"""What is told of applications: ids, codes and times; names and words stay with the application."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy.ext.asyncio import AsyncConnection

from clinic.deliveries.news import News, Priority, tell_account, tell_managers
from clinic.platform.outbox import Event, append

Row = Mapping[Any, Any]
"""An application's columns, and `account_id` of its person."""
A_DAY = timedelta(days=1)
FOR_ACCOUNT = frozenset({"approved", "declined", "expired", "reopened"})


def facts(row: Row, now: datetime) -> dict[str, Any]:
    """The application as it stands."""
    return {
        "application_id": row["id"],
        "appointment_id": row["appointment_id"],
        "branch_id": row["branch_id"],
        "status": row["status"],
        "version": row["version"],
        "decide_by": row["decide_by"].isoformat() if row["decide_by"] else None,
        "at": now.isoformat(),
    }


async def happened(
    connection: AsyncConnection, what: str, row: Row, now: datetime, *, managers: bool = True, account: bool = True
) -> None:
    """Write the event `application.<what>` and the news of it into the transaction that makes it true.

    The account hears what the clinic did, never what its owner did: `account` says if this is such a case.
    """
    event = Event(
        type=f"application.{what}",
        aggregate="application",
        aggregate_id=row["id"],
        aggregate_version=row["version"],
        payload=facts(row, now),
        occurred_at=now,
    )
    await connection.execute(append, event.row())
    if managers:
        await for_managers(connection, what, row, now)
    if account and what in FOR_ACCOUNT and row["account_id"] is not None:
        told = News(f"application.{what}", facts(row, now), Priority.VISIT, now + A_DAY)
        await tell_account(connection, row["account_id"], told, now)


async def for_managers(connection: AsyncConnection, what: str, row: Row, now: datetime) -> None:
    """The managers of the branch read of it; without a branch, those of the clinic."""
    told = News(f"application.{what}", facts(row, now), Priority.DESK, now + A_DAY)
    await tell_managers(connection, told, now, branch_id=row["branch_id"])
