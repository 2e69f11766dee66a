"""The clinic answered somebody who cannot be reached in the messenger: its people are told, they may telephone."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from clinic.people.accounts import OWNER
from clinic.people.tables import accounts
from clinic.tickets import news
from clinic.tickets.domain import Status
from clinic.tickets.tables import tickets

ANSWERED = (
    select(tickets)
    .join(accounts)
    .where(OWNER, tickets.c.status == Status.ANSWERED.value, tickets.c.human_owned)
    .order_by(tickets.c.updated_at.desc(), tickets.c.id.desc())
    .limit(1)
)


async def undelivered(connection: AsyncConnection, account: str, now: datetime) -> None:
    """`ticket.undelivered` for the ticket whose answer the account waits for, if there is one."""
    ticket = (await connection.execute(ANSWERED, {"account": account})).mappings().one_or_none()
    if ticket is not None:
        await news.to_managers(connection, "undelivered", ticket, now)
