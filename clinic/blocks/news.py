"""What is told of blocks: ids and times. Nobody is told the reason."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy.ext.asyncio import AsyncConnection

from clinic.deliveries.news import News, Priority, tell_account, tell_managers
from clinic.platform.outbox import Event, append

A_DAY = timedelta(days=1)


async def happened(connection: AsyncConnection, what: str, block: Mapping[Any, Any], now: datetime) -> None:
    """The event `block.<what>` for the block as it now stands."""
    event = Event(
        type=f"block.{what}",
        aggregate="block",
        aggregate_id=block["block_id"],
        aggregate_version=block["version"],
        payload={
            "block_id": block["block_id"],
            "doctor_id": block["doctor_id"],
            "from_time": block["from_time"].isoformat(),
            "to_time": block["to_time"].isoformat(),
            "at": now.isoformat(),
        },
        occurred_at=now,
    )
    await connection.execute(append, event.row())


async def tell_no_time(
    connection: AsyncConnection, account_id: int, appointment_id: int, start_time: datetime, now: datetime
) -> None:
    """`rebooking.none`: the doctor cannot come, and the clinic has no other time to offer."""
    await _tell(connection, "rebooking.none", account_id, appointment_id, start_time, now)


async def tell_restored(
    connection: AsyncConnection, account_id: int, appointment_id: int, start_time: datetime, now: datetime
) -> None:
    """`rebooking.undone`: the visit stands as it was."""
    await _tell(connection, "rebooking.undone", account_id, appointment_id, start_time, now)


async def _tell(
    connection: AsyncConnection, kind: str, account_id: int, appointment_id: int, start_time: datetime, now: datetime
) -> None:
    facts = {"appointment_id": appointment_id, "at": now.isoformat()}
    await tell_account(connection, account_id, News(kind, facts, Priority.VISIT, max(start_time, now + A_DAY)), now)


async def tell_board(connection: AsyncConnection, block: Mapping[Any, Any], now: datetime) -> None:
    """`block.changed`: the managers' board shows something new."""
    facts = {"block_id": block["block_id"], "at": now.isoformat()}
    news = News("block.changed", facts, Priority.DESK, now + timedelta(minutes=10))
    await tell_managers(connection, news, now, block["branch_id"])
