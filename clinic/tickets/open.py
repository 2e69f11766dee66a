"""A patient writes to the clinic, or the clinic to a patient: a new ticket."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from clinic.people.accounts import OWNER, agreed
from clinic.people.tables import accounts, people
from clinic.platform.settings import Quotas
from clinic.schedule.tables import branches
from clinic.tickets import news, present, quotas
from clinic.tickets.read import comments_of, find
from clinic.tickets.refusals import UnknownAccount, UnknownBranch, UnknownClient
from clinic.tickets.store import TicketStore, Writing
from clinic.tickets.write import By, Words, add_comment, add_ticket, ticket_of
from contracts.tickets import NewTicket, TicketDetails

SUBJECT = 80
"""Letters of the words that become the subject if there is none."""


class OpenTicket:
    """For an account that has agreed, or for staff who names an account.

    The same key again answers the ticket that it made. Raises AgreeFirst, TooMany, UnknownAccount, UnknownClient,
    UnknownBranch.
    """

    def __init__(self, store: TicketStore, limits: Quotas) -> None:
        self._store = store
        self._limits = limits

    async def __call__(self, asked: NewTicket, by: By) -> TicketDetails:
        now, words = self._store.clock(), Words(asked.text, asked.key)
        async with self._store.writing() as writing:
            connection = writing.connection
            account_id = await self._account(connection, asked, by)
            ticket_id = await ticket_of(connection, words, by, now)
            if ticket_id is None:
                ticket_id = await self._open(writing, account_id, asked, words, by, now)
            return present.details(
                await find(connection, ticket_id, by.account), await comments_of(connection, ticket_id)
            )

    async def _account(self, connection: AsyncConnection, asked: NewTicket, by: By) -> int:
        if by.account is not None:
            return await agreed(connection, by.account)
        known = select(accounts.c.account_id).where(OWNER).with_for_update()
        account_id = (await connection.execute(known, {"account": asked.account or ""})).scalar_one_or_none()
        if account_id is None:
            raise UnknownAccount
        return int(account_id)

    async def _open(
        self, writing: Writing, account_id: int, asked: NewTicket, words: Words, by: By, now: datetime
    ) -> int:
        connection = writing.connection
        if by.account is not None:
            await quotas.check_ticket(connection, account_id, self._limits, now)
            await quotas.check_comment(connection, account_id, self._limits, now)
        await _check_references(connection, account_id, asked)
        values = {
            "account_id": account_id,
            "client_id": asked.client_id,
            "branch_id": asked.branch_id,
            "subject": asked.subject or beginning(asked.text),
            "reason": asked.reason.value,
            "summary": asked.summary or None,
            "owner": by.name if by.account is None else None,
        }
        ticket = await add_ticket(writing, values, by.author, now)
        comment_id = await add_comment(writing, ticket["id"], words, by, now)
        await news.happened(connection, "opened", ticket, now)
        await news.to_managers(connection, "opened", ticket, now)
        if by.account is None:
            await news.to_patient(connection, "answered", ticket, now, comment_id)
        return int(ticket["id"])


def beginning(text: str) -> str:
    """How a text begins, in one line."""
    line = " ".join(text.split())
    return line if len(line) <= SUBJECT else f"{line[: SUBJECT - 1].rstrip()}…"


async def _check_references(connection: AsyncConnection, account_id: int, asked: NewTicket) -> None:
    if asked.client_id is not None:
        own = people.c.client_id == asked.client_id, people.c.account_id == account_id
        if (await connection.execute(select(people.c.client_id).where(*own))).one_or_none() is None:
            raise UnknownClient
    if asked.branch_id is not None:
        known = select(branches.c.branch_id).where(branches.c.branch_id == asked.branch_id)
        if (await connection.execute(known)).one_or_none() is None:
            raise UnknownBranch
