"""Read call requests with whom to call: the clinic's people see all, an account its own."""

from typing import Any

from sqlalchemy import BigInteger, RowMapping, Select, String, and_, bindparam, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from clinic.call_requests.tables import call_requests
from clinic.people.tables import accounts, people
from clinic.platform.database import Database
from clinic.platform.errors import NotFound

_owner = and_(people.c.account_id == accounts.c.account_id, people.c.relation == "self")
FULL = select(
    *call_requests.c,
    accounts.c.phone,
    accounts.c.phone_verified_at,
    select(people.c.full_name).where(_owner).correlate(accounts).scalar_subquery().label("full_name"),
).select_from(call_requests.join(accounts))
BY_ID = FULL.where(call_requests.c.id == bindparam("id", type_=BigInteger))
OWN_BY_ID = BY_ID.where(accounts.c.external == bindparam("account", type_=String))


async def find(connection: AsyncConnection, request_id: int, account: str | None, *, lock: bool = False) -> RowMapping:
    """A call request that the caller may see. Raises NotFound, for somebody else's too."""
    query, values = (BY_ID, {}) if account is None else (OWN_BY_ID, {"account": account})
    if lock:
        query = query.with_for_update(of=call_requests)
    row = (await connection.execute(query, {"id": request_id} | values)).mappings().one_or_none()
    if row is None:
        raise NotFound("call request")
    return row


async def find_page(
    database: Database, status: str | None, account: str | None, page: int, size: int
) -> tuple[list[RowMapping], int]:
    """One page, oldest first, and how many there are in all."""

    def narrowed(query: Select[Any]) -> Select[Any]:
        if status is not None:
            query = query.where(call_requests.c.status == status)
        return query if account is None else query.where(accounts.c.external == account)

    rows = narrowed(FULL).order_by(call_requests.c.created_at, call_requests.c.id)
    count = narrowed(select(func.count()).select_from(call_requests.join(accounts)))
    async with database.snapshot() as connection:
        found = list((await connection.execute(rows.offset((page - 1) * size).limit(size))).mappings())
        return found, (await connection.execute(count)).scalar_one()
