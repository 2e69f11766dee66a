"""Somebody writes to a ticket: the patient, or the clinic."""

from datetime import datetime
from typing import Any

from sqlalchemy import select

from clinic.people.accounts import agreed
from clinic.platform.settings import Quotas
from clinic.tickets import news, present, quotas
from clinic.tickets.domain import SPOKEN, Author, Reason, Status
from clinic.tickets.read import comments_of, find
from clinic.tickets.refusals import WrongTransition
from clinic.tickets.store import TicketStore, Writing
from clinic.tickets.tables import tickets
from clinic.tickets.write import By, Row, Words, add_comment, add_ticket, change_ticket, ticket_of
from contracts.tickets import NewComment, TicketDetails


class CommentOnTicket:
    """For the account that it belongs to, and for staff; answers the ticket that has the words now.

    A patient's words for a closed ticket open one that continues it, or join the one that does. Who of the clinic
    writes has the conversation from then on. The same key again changes nothing. Raises NotFound, WrongTransition
    (staff, a closed ticket), TooMany.
    """

    def __init__(self, store: TicketStore, limits: Quotas) -> None:
        self._store = store
        self._limits = limits

    async def __call__(self, ticket_id: int, asked: NewComment, by: By) -> TicketDetails:
        now, words = self._store.clock(), Words(asked.text, asked.key)
        async with self._store.writing() as writing:
            connection = writing.connection
            account_id = None if by.account is None else await agreed(connection, by.account)
            ticket = await find(connection, ticket_id, by.account, lock=True)
            written = await ticket_of(connection, words, by, now)
            if written is None:
                if account_id is not None:
                    await quotas.check_comment(connection, account_id, self._limits, now)
                written = await self._write(writing, ticket, asked, words, by, now)
            return present.details(await find(connection, written, by.account), await comments_of(connection, written))

    async def _write(
        self, writing: Writing, ticket: Row, asked: NewComment, words: Words, by: By, now: datetime
    ) -> int:
        connection = writing.connection
        if ticket["status"] == Status.CLOSED:
            if by.author is Author.CLINIC:
                raise WrongTransition(Status.CLOSED, "commented")
            ticket = await _newest(writing, ticket)
            if ticket["status"] == Status.CLOSED:
                return await self._continue(writing, ticket, words, by, now)
        comment_id = await add_comment(writing, ticket["id"], words, by, now)
        new: dict[str, Any] = {"status": SPOKEN[Status(ticket["status"]), by.author].value}
        if by.author is Author.CLINIC:
            new |= {"human_owned": True, "owner": ticket["owner"] or by.name}
        elif asked.hand_over is not None:
            new |= {"human_owned": True, "reason": asked.hand_over.reason.value}
            new |= {"summary": asked.hand_over.summary} if asked.hand_over.summary else {}
        changed = await change_ticket(writing, ticket, now, **new)
        await news.happened(connection, "commented", changed, now)
        if not by.through_bot:
            await news.to_managers(connection, "commented", changed, now, comment_id)
        if by.author is Author.CLINIC:
            await news.to_patient(connection, "answered", changed, now, comment_id)
        return int(ticket["id"])

    async def _continue(self, writing: Writing, closed: Row, words: Words, by: By, now: datetime) -> int:
        await quotas.check_ticket(writing.connection, closed["account_id"], self._limits, now)
        same = {name: closed[name] for name in ("account_id", "client_id", "branch_id", "subject")}
        values = same | {"reason": Reason.PATIENT_WROTE.value, "summary": None, "follows_id": closed["id"]}
        ticket = await add_ticket(writing, values, by.author, now)
        await add_comment(writing, ticket["id"], words, by, now)
        await news.happened(writing.connection, "opened", ticket, now)
        await news.to_managers(writing.connection, "opened", ticket, now)
        return int(ticket["id"])


async def _newest(writing: Writing, closed: Row) -> Row:
    """The last of the tickets that continue this one, locked; the ticket itself if none does."""
    found = closed
    while found["status"] == Status.CLOSED:
        following = select(tickets).where(tickets.c.follows_id == found["id"]).order_by(tickets.c.id.desc()).limit(1)
        row = (await writing.connection.execute(following.with_for_update())).mappings().one_or_none()
        if row is None:
            break
        found = row
    return found
