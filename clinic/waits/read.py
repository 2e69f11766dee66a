"""Read the line: who waits, oldest first; one place, or a page of them with how many are ahead."""

from typing import Any

from sqlalchemy import BigInteger, ColumnElement, RowMapping, Select, String, and_, bindparam, func, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from clinic.offers.tables import offers
from clinic.people.tables import accounts, people
from clinic.platform.database import Database
from clinic.platform.errors import NotFound
from clinic.schedule.tables import doctors
from clinic.waits.domain import OPEN, Status
from clinic.waits.tables import waits

LINE = (
    select(*waits.c, people.c.relation, people.c.birth_date)
    .select_from(waits.join(people, people.c.client_id == waits.c.client_id))
    .where(waits.c.status == Status.WAITING.value)
    .order_by(waits.c.created_at, waits.c.wait_id)
)
"""Who waits and has no offer, whose turn comes first first; `waiting.waiting_of` reads its rows."""

LOCKED = select(waits).where(waits.c.wait_id == bindparam("id", type_=BigInteger)).with_for_update()

_open = sorted(OPEN)
_ahead = waits.alias("ahead")


def _either(column: str) -> ColumnElement[bool]:
    """Both want the same, or one of them wants any."""
    mine, other = waits.c[column], _ahead.c[column]
    return or_(mine.is_(None), other.is_(None), mine == other)


_ahead_of_it = and_(
    _ahead.c.status.in_(_open),
    _ahead.c.specialty == waits.c.specialty,
    _either("doctor_id"),
    _either("branch_id"),
    _ahead.c.first_day <= waits.c.last_day,
    waits.c.first_day <= _ahead.c.last_day,
    _ahead.c.start_minute < waits.c.end_minute,
    waits.c.start_minute < _ahead.c.end_minute,
    or_(
        _ahead.c.created_at < waits.c.created_at,
        and_(_ahead.c.created_at == waits.c.created_at, _ahead.c.wait_id < waits.c.wait_id),
    ),
)
"""Whoever could be given the same time and came earlier."""

_joined = (
    waits.join(accounts, accounts.c.account_id == waits.c.account_id)
    .outerjoin(doctors, doctors.c.doctor_id == waits.c.doctor_id)
    .outerjoin(offers, and_(offers.c.wait_id == waits.c.wait_id, offers.c.status == "open"))
)
FULL = select(
    *waits.c,
    doctors.c.full_name.label("doctor_name"),
    offers.c.offer_id,
    select(func.count()).select_from(_ahead).where(_ahead_of_it).correlate(waits).scalar_subquery().label("ahead"),
).select_from(_joined)
BY_ID = FULL.where(waits.c.wait_id == bindparam("id", type_=BigInteger))
OWN_BY_ID = BY_ID.where(accounts.c.external == bindparam("account", type_=String))


async def find_wait(connection: AsyncConnection, wait_id: int, account: str | None) -> RowMapping:
    """A place in line that the caller may see. Raises NotFound, for somebody else's too."""
    query, values = (BY_ID, {}) if account is None else (OWN_BY_ID, {"account": account})
    row = (await connection.execute(query, {"id": wait_id} | values)).mappings().one_or_none()
    if row is None:
        raise NotFound("wait")
    return row


async def find_page(
    database: Database, account: str | None, open_: bool | None, page: int, size: int
) -> tuple[list[RowMapping], int]:
    """One page, who waits longest first, and how many there are in all. `open_`: those that have not ended, or have."""

    def narrowed(query: Select[Any]) -> Select[Any]:
        if open_ is not None:
            query = query.where(waits.c.status.in_(_open) if open_ else waits.c.status.not_in(_open))
        return query if account is None else query.where(accounts.c.external == account)

    rows = narrowed(FULL).order_by(waits.c.created_at, waits.c.wait_id).offset((page - 1) * size).limit(size)
    count = narrowed(select(func.count()).select_from(waits.join(accounts)))
    async with database.snapshot() as connection:
        found = list((await connection.execute(rows)).mappings())
        return found, (await connection.execute(count)).scalar_one()
