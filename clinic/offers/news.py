"""What is told of offers: ids, kinds and times."""

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from clinic.deliveries.news import News, Priority, tell_account
from clinic.offers.domain import Kind


async def tell_made(
    connection: AsyncConnection,
    account_id: int,
    offer_id: int,
    kind: Kind,
    expires_at: datetime,
    now: datetime,
    tell_at: datetime | None = None,
) -> None:
    """`offer.made`: worth telling as long as it stands, from `tell_at` on."""
    await _tell(connection, "offer.made", account_id, offer_id, kind, now, expires_at, tell_at)


async def tell_over(connection: AsyncConnection, account_id: int, offer_id: int, kind: Kind, now: datetime) -> None:
    """`offer.over`: the deadline has passed, or the clinic took it back; the buttons go."""
    await _tell(connection, "offer.over", account_id, offer_id, kind, now, None)


async def _tell(
    connection: AsyncConnection,
    what: str,
    account_id: int,
    offer_id: int,
    kind: Kind,
    now: datetime,
    expires_at: datetime | None,
    tell_at: datetime | None = None,
) -> None:
    facts = {"offer_id": offer_id, "offer_kind": kind.value, "at": now.isoformat()}
    await tell_account(connection, account_id, News(what, facts, Priority.VISIT, expires_at, tell_at), now)
