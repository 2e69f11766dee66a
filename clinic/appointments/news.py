"""What the owner of an account is told of its visits: what the clinic did, never what they did themselves."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy.ext.asyncio import AsyncConnection

from clinic.appointments import events
from clinic.deliveries.news import News, Priority, tell_account

A_DAY = timedelta(days=1)


async def cancelled_by_clinic(connection: AsyncConnection, row: Mapping[Any, Any], now: datetime) -> None:
    """`row` is the cancelled appointment. Nobody is told of one that belongs to no account."""
    await _tell(connection, "appointment.cancelled_by_clinic", row, events.facts(row), now)


async def moved_by_clinic(
    connection: AsyncConnection, row: Mapping[Any, Any], before: Mapping[Any, Any], now: datetime
) -> None:
    """`row` is the appointment at its new time, `before` as it was. A visit that only became longer was not moved."""
    old, new = events.facts(before), events.facts(row)
    if all(old[name] == new[name] for name in events.MOVES):
        return
    previous = {f"previous_{name}": old[name] for name in sorted(events.MOVES)}
    await _tell(connection, "appointment.moved_by_clinic", row, new | previous, now)


async def _tell(
    connection: AsyncConnection, kind: str, row: Mapping[Any, Any], facts: dict[str, Any], now: datetime
) -> None:
    if row["account_id"] is None:
        return
    # Worth telling until the visit would have begun, and at least for a day: one that needed rebooking lies behind.
    news = News(kind, facts | {"version": row["version"]}, Priority.VISIT, max(row["start_time"], now + A_DAY))
    await tell_account(connection, row["account_id"], news, now)
