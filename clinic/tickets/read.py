"""Read tickets: the clinic's people see all, an account its own."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import BigInteger, RowMapping, Select, String, and_, bindparam, func, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from clinic.people.tables import accounts, people
from clinic.platform.errors import NotFound
from clinic.tickets.tables import ticket_comments, tickets

MOST_COMMENTS = 500

_whose = and_(
    people.c.account_id == accounts.c.account_id,
    or_(people.c.client_id == tickets.c.client_id, and_(tickets.c.client_id.is_(None), people.c.relation == "self")),
)
_of_account = tickets.join(accounts, accounts.c.account_id == tickets.c.account_id)
FULL = select(
    *tickets.c,
    accounts.c.external,
    accounts.c.phone,
    select(people.c.full_name).where(_whose).correlate(accounts, tickets).scalar_subquery().label("full_name"),
).select_from(_of_account)
BY_ID = FULL.where(tickets.c.id == bindparam("id", type_=BigInteger))
OWN_BY_ID = BY_ID.where(accounts.c.external == bindparam("account", type_=String))
NEWEST_COMMENTS = (
    select(*ticket_comments.c)
    .where(ticket_comments.c.ticket_id == bindparam("id", type_=BigInteger))
    .order_by(ticket_comments.c.id.desc())
    .limit(MOST_COMMENTS)
)


async def find(connection: AsyncConnection, ticket_id: int, account: str | None, *, lock: bool = False) -> RowMapping:
    """A ticket that the caller may see. Raises NotFound, for somebody else's too."""
    query, values = (BY_ID, {}) if account is None else (OWN_BY_ID, {"account": account})
    if lock:
        query = query.with_for_update(of=tickets)
    row = (await connection.execute(query, {"id": ticket_id} | values)).mappings().one_or_none()
    if row is None:
        raise NotFound("ticket")
    return row


async def comments_of(connection: AsyncConnection, ticket_id: int) -> Sequence[RowMapping]:
    """Oldest first."""
    newest = (await connection.execute(NEWEST_COMMENTS, {"id": ticket_id})).mappings().all()
    return newest[::-1]


async def find_page(
    connection: AsyncConnection,
    account: str | None,
    page: int,
    size: int,
    *,
    status: str | None = None,
    branch_id: int | None = None,
    human_owned: bool | None = None,
) -> tuple[Sequence[RowMapping], int]:
    """One page, the newest change first, and how many there are in all."""

    def narrowed(query: Select[Any]) -> Select[Any]:
        wanted = {
            tickets.c.status: status,
            tickets.c.branch_id: branch_id,
            tickets.c.human_owned: human_owned,
            accounts.c.external: account,
        }
        return query.where(*(column == value for column, value in wanted.items() if value is not None))

    rows = narrowed(FULL).order_by(tickets.c.updated_at.desc(), tickets.c.id.desc())
    found = (await connection.execute(rows.offset((page - 1) * size).limit(size))).mappings().all()
    count = narrowed(select(func.count()).select_from(_of_account))
    return found, (await connection.execute(count)).scalar_one()
