"""Read appointments: one by id, or a page of them. A patient sees the account's own, staff see all."""

from dataclasses import dataclass
from datetime import datetime
from operator import eq, ge, lt
from typing import Any

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    RowMapping,
    Select,
    String,
    and_,
    bindparam,
    case,
    func,
    select,
)
from sqlalchemy.ext.asyncio import AsyncConnection

from clinic.applications.tables import applications
from clinic.appointments.domain.states import State
from clinic.appointments.tables import appointments
from clinic.people.tables import accounts, people
from clinic.platform.database import Database
from clinic.platform.errors import NotFound
from clinic.schedule.tables import branches, doctors

_decide_by = (
    select(applications.c.decide_by)
    .where(applications.c.appointment_id == appointments.c.id, applications.c.status == "proposed")
    .correlate(appointments)
    .limit(1)
    .scalar_subquery()
)
FULL = select(
    *appointments.c,
    doctors.c.full_name.label("doctor_name"),
    doctors.c.specialty,
    branches.c.time_zone,
    # Asked for visits under review alone; for all others it costs nothing.
    case((appointments.c.status == State.PENDING.value, _decide_by)).label("decide_by"),
).select_from(appointments.join(doctors).join(branches, branches.c.branch_id == appointments.c.branch_id))
"""Appointments with what a person wants to read of doctor and branch."""

NAMED = FULL.outerjoin(people, people.c.client_id == appointments.c.client_id).add_columns(
    people.c.full_name.label("visitor_name")
)
"""The same with the name under which the visitor is known; for lists that people read."""
UNMARKED = (State.CONFIRMED.value, State.ARRIVED.value)

BY_ID = FULL.where(appointments.c.id == bindparam("id", type_=BigInteger))
OWN_BY_ID = BY_ID.join(accounts, accounts.c.account_id == appointments.c.account_id).where(
    accounts.c.external == bindparam("account", type_=String)
)


async def find(connection: AsyncConnection, appointment_id: int, account: str | None) -> RowMapping:
    """An appointment that the caller may see. Raises NotFound, for somebody else's too."""
    if account is None:
        found = await connection.execute(BY_ID, {"id": appointment_id})
    else:
        found = await connection.execute(OWN_BY_ID, {"id": appointment_id, "account": account})
    row = found.mappings().one_or_none()
    if row is None:
        raise NotFound("appointment")
    return row


@dataclass(frozen=True, slots=True)
class Filter:
    """Which appointments; every condition that is given must hold. Moments are aware, `to` is exclusive."""

    doctor_id: int | None = None
    client_id: int | None = None
    from_: datetime | None = None
    to: datetime | None = None
    status: str | None = None
    now: datetime | None = None
    """With a status: the moment at which holds are past their deadline."""
    account: str | None = None
    """Only this account's: set for every call on a patient's behalf."""
    branch_id: int | None = None
    unmarked: bool = False
    """Only visits that are over at `now`, and of which nobody has said whether their patients came."""


async def find_page(database: Database, wanted: Filter, page: int, size: int) -> tuple[list[RowMapping], int]:
    """One page, soonest first, and how many there are in all."""
    chosen = _narrowed(NAMED, wanted)
    rows = chosen.order_by(appointments.c.start_time, appointments.c.id).offset((page - 1) * size).limit(size)
    async with database.snapshot() as connection:
        found = list((await connection.execute(rows)).mappings())
        return found, await count(connection, wanted)


async def count(connection: AsyncConnection, wanted: Filter) -> int:
    """How many appointments there are."""
    query = _narrowed(select(func.count()).select_from(appointments), wanted)
    return int((await connection.execute(query)).scalar_one())


def _shown_status(now: datetime | None) -> ColumnElement[str]:
    """The state as it is shown: a hold past its deadline is expired, written down or not."""
    column = appointments.c
    over = and_(column.status == State.HELD.value, column.hold_expires_at <= now)
    return case((over, State.EXPIRED.value), else_=column.status)


def _narrowed(query: Select[Any], wanted: Filter) -> Select[Any]:
    column = appointments.c
    for compared, operation, value in (
        (column.doctor_id, eq, wanted.doctor_id),
        (column.client_id, eq, wanted.client_id),
        (column.branch_id, eq, wanted.branch_id),
        (column.start_time, ge, wanted.from_),
        (column.start_time, lt, wanted.to),
    ):
        if value is not None:
            query = query.where(operation(compared, value))
    if wanted.status is not None:
        query = query.where(_shown_status(wanted.now) == wanted.status)
    if wanted.unmarked:
        query = query.where(column.status.in_(UNMARKED), column.end_time <= wanted.now)
    if wanted.account is not None:
        own = select(accounts.c.account_id).where(accounts.c.external == wanted.account).scalar_subquery()
        query = query.where(column.account_id == own)
    return query
