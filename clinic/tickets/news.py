"""What is told of tickets: numbers and times. Words, names and phones stay with the ticket."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy.ext.asyncio import AsyncConnection

from clinic.deliveries.news import News, Priority, tell_account, tell_managers
from clinic.platform.outbox import Event, append

Row = Mapping[Any, Any]


async def happened(connection: AsyncConnection, what: str, ticket: Row, now: datetime) -> None:
    """Write the event `ticket.<what>` into the transaction that makes it true. `ticket`: as it is from now on."""
    event = Event(
        type=f"ticket.{what}",
        aggregate="ticket",
        aggregate_id=ticket["id"],
        aggregate_version=ticket["version"],
        payload={
            "ticket_id": ticket["id"],
            "branch_id": ticket["branch_id"],
            "reason": ticket["reason"],
            "status": ticket["status"],
            "human_owned": ticket["human_owned"],
            "at": now.isoformat(),
        },
        occurred_at=now,
    )
    await connection.execute(append, event.row())


async def to_managers(
    connection: AsyncConnection, what: str, ticket: Row, now: datetime, comment_id: int | None = None
) -> None:
    """`ticket.opened` and `ticket.changed`: how the card stands; `ticket.commented`: what was written."""
    await tell_managers(connection, _news(what, ticket, comment_id), now, ticket["branch_id"])


async def to_patient(
    connection: AsyncConnection, what: str, ticket: Row, now: datetime, comment_id: int | None = None
) -> None:
    """`ticket.answered`: what the clinic wrote; `ticket.taken`, `ticket.given_back`, `ticket.closed`: who speaks."""
    await tell_account(connection, ticket["account_id"], _news(what, ticket, comment_id), now)


def _news(what: str, ticket: Row, comment_id: int | None) -> News:
    facts = {"ticket_id": ticket["id"], "version": ticket["version"]}
    if comment_id is not None:
        facts["comment_id"] = comment_id
    return News(f"ticket.{what}", facts, Priority.DESK)
