"""How much one account may write to the clinic in 24 hours."""

from datetime import datetime, timedelta

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from clinic.platform.settings import Quotas
from clinic.tickets.domain import Author
from clinic.tickets.refusals import TooMany
from clinic.tickets.tables import ticket_comments, tickets

DAY = timedelta(days=1)


async def check_ticket(connection: AsyncConnection, account_id: int, quotas: Quotas, now: datetime) -> None:
    """Before a new one. Raises TooMany."""
    today = tickets.c.account_id == account_id, tickets.c.created_at > now - DAY
    opened = (await connection.execute(select(func.count()).select_from(tickets).where(*today))).scalar_one()
    if opened >= quotas.tickets_per_account_day:
        raise TooMany("tickets_per_account_day", quotas.tickets_per_account_day)


async def check_comment(connection: AsyncConnection, account_id: int, quotas: Quotas, now: datetime) -> None:
    """Before a patient's comment. Raises TooMany."""
    today = (
        tickets.c.account_id == account_id,
        ticket_comments.c.author == Author.PATIENT.value,
        ticket_comments.c.created_at > now - DAY,
    )
    counted = select(func.count()).select_from(ticket_comments.join(tickets)).where(*today)
    if (await connection.execute(counted)).scalar_one() >= quotas.ticket_comments_per_account_day:
        raise TooMany("ticket_comments_per_account_day", quotas.ticket_comments_per_account_day)
