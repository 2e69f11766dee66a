"""What is told besides the reminders themselves: ids, times and codes."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy.ext.asyncio import AsyncConnection

from clinic.deliveries.news import News, Priority, tell_account, tell_managers

A_DAY = timedelta(days=1)
Row = Mapping[Any, Any]


async def not_confirmed(connection: AsyncConnection, visit: Row, now: datetime) -> None:
    """`visit.not_confirmed`: it was cancelled because nobody said that they come."""
    facts = _facts(visit)
    await tell_account(
        connection, visit["account_id"], News("visit.not_confirmed", facts, Priority.VISIT, visit["start_time"]), now
    )


async def missed(connection: AsyncConnection, visit: Row, now: datetime, not_before: datetime) -> None:
    """`visit.missed`: a new one is offered, once the mark cannot be taken back any more."""
    if visit["account_id"] is None:
        return
    facts = _facts(visit) | {"marked_at": now.isoformat()}
    told = News("visit.missed", facts, Priority.REMINDER, not_before + 7 * A_DAY, not_before)
    await tell_account(connection, visit["account_id"], told, now)


async def reminders_missing(connection: AsyncConnection, day: date, count: int, now: datetime) -> None:
    """`reminders.missing`: visits had none that should have had one; they have been planned since."""
    facts = {"day": day.isoformat(), "visits": count}
    await tell_managers(connection, News("reminders.missing", facts, Priority.DESK, now + A_DAY), now)


async def closing(connection: AsyncConnection, branch_id: int, day: date, count: int, now: datetime) -> None:
    """`closing.due`: visits of the branch are over, and nobody has said whether their patients came."""
    facts = {"branch_id": branch_id, "day": day.isoformat(), "visits": count}
    await tell_managers(connection, News("closing.due", facts, Priority.DESK, now + A_DAY), now, branch_id)


def _facts(visit: Row) -> dict[str, Any]:
    return {
        "appointment_id": visit["id"],
        "start_time": visit["start_time"].isoformat(),
        "version": visit["version"],
    }
