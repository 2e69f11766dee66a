"""The rows of tickets: what the use cases write inside their transaction."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from clinic.tickets.domain import Author, Reason, Status
from clinic.tickets.store import Writing
from clinic.tickets.tables import ticket_comments, tickets

Row = Mapping[Any, Any]
REPEATED = timedelta(hours=48)
"""So long a key that comes again is the same message."""


@dataclass(frozen=True, slots=True)
class By:
    """Who does it: an account, or somebody of the clinic (`account` is None), perhaps in the managers' group."""

    account: str | None = None
    name: str | None = None
    through_bot: bool = False
    """The managers' group shows it already."""

    @property
    def author(self) -> Author:
        return Author.CLINIC if self.account is None else Author.PATIENT


@dataclass(frozen=True, slots=True)
class Words:
    text: str
    key: str | None = None
    """Names the message that they come from."""

    def source(self, by: By) -> str | None:
        return None if self.key is None else f"{by.account or 'clinic'}|{self.key}"


async def add_ticket(writing: Writing, values: dict[str, Any], author: Author, now: datetime) -> Row:
    """A new one, which people have from the beginning: somebody of them shall read it."""
    row = {
        "version": 1,
        "status": (Status.ANSWERED if author is Author.CLINIC else Status.OPEN).value,
        "reason": Reason.PATIENT_WROTE.value,
        "owner": None,
        "human_owned": True,
        "created_at": now,
        "updated_at": now,
    } | values
    added = await writing.connection.execute(insert(tickets).values(row).returning(tickets))
    ticket = added.mappings().one()
    writing.touched.add(ticket["id"])
    return ticket


async def change_ticket(writing: Writing, ticket: Row, now: datetime, **new: Any) -> Row:
    """The row as it is from now on; the caller holds its lock."""
    values = new | {"version": ticket["version"] + 1, "updated_at": now}
    same = tickets.c.id == ticket["id"]
    changed = await writing.connection.execute(update(tickets).where(same).values(values).returning(tickets))
    writing.touched.add(ticket["id"])
    return changed.mappings().one()


async def add_comment(writing: Writing, ticket_id: int, words: Words, by: By, now: datetime) -> int:
    """Its id."""
    new = insert(ticket_comments).values(
        ticket_id=ticket_id,
        author=by.author.value,
        author_name=by.name if by.account is None else None,
        text=words.text,
        source=words.source(by),
        created_at=now,
    )
    return int((await writing.connection.execute(new.returning(ticket_comments.c.id))).scalar_one())


async def ticket_of(connection: AsyncConnection, words: Words, by: By, now: datetime) -> int | None:
    """The ticket that has these words already. The caller holds a lock that keeps their twin out."""
    source = words.source(by)
    if source is None:
        return None
    same = ticket_comments.c.source == source, ticket_comments.c.created_at > now - REPEATED
    found = select(ticket_comments.c.ticket_id).where(*same).order_by(ticket_comments.c.id.desc()).limit(1)
    return (await connection.execute(found)).scalar_one_or_none()
