"""Write down that somebody must be told, inside the transaction that makes it true."""

from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum
from typing import Any

from sqlalchemy import BigInteger, bindparam, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from clinic.deliveries.tables import deliveries
from clinic.people.tables import accounts
from contracts.deliveries import MANAGERS


class Priority(IntEnum):
    """The smallest goes first."""

    VISIT = 1
    """Somebody may be on the way to a visit that is no more."""
    DESK = 2
    REMINDER = 3
    """There may be thousands at once."""


@dataclass(frozen=True, slots=True)
class News:
    """`payload` holds ids, times and codes: what a reader needs to look the rest up, and to see if it still holds."""

    kind: str
    payload: dict[str, Any]
    priority: Priority
    expires_at: datetime | None = None
    """When it is too late to tell."""
    not_before: datetime | None = None
    """When it may be told at the earliest; None: at once."""


_account = select(accounts.c.external).where(accounts.c.account_id == bindparam("to_account", type_=BigInteger))
TO_ACCOUNT = insert(deliveries).values(recipient=_account.scalar_subquery())


async def tell_account(connection: AsyncConnection, account_id: int, news: News, now: datetime) -> None:
    """A delivery to the account with this number."""
    await connection.execute(TO_ACCOUNT.values(_values(news, now)), {"to_account": account_id})


async def tell_managers(connection: AsyncConnection, news: News, now: datetime, branch_id: int | None = None) -> None:
    """A delivery to the managers of a branch (None: of the clinic)."""
    await connection.execute(insert(deliveries).values(recipient=MANAGERS, branch_id=branch_id, **_values(news, now)))


def _values(news: News, now: datetime) -> dict[str, Any]:
    return {
        "kind": news.kind,
        "payload": news.payload,
        "priority": int(news.priority),
        "created_at": now,
        "not_before": news.not_before or now,
        "expires_at": news.expires_at,
    }
