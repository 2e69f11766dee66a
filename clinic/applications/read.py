"""Read applications with their person, visit and open offer. A patient sees the account's own, staff see all."""

from dataclasses import dataclass
from typing import Any, Literal

from sqlalchemy import BigInteger, ColumnElement, RowMapping, Select, String, bindparam, func, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from clinic.applications.domain.states import State
from clinic.applications.tables import applicants, applications
from clinic.appointments.domain.states import State as VisitState
from clinic.appointments.tables import appointments
from clinic.offers.tables import offers
from clinic.people.tables import accounts
from clinic.platform.errors import NotFound
from clinic.schedule.tables import branches

_open_offer = (
    select(func.max(offers.c.offer_id))
    .where(offers.c.application_id == applications.c.id, offers.c.status == "open")
    .correlate(applications)
    .scalar_subquery()
)
JOINED = (
    applications.join(applicants)
    .outerjoin(accounts, accounts.c.account_id == applicants.c.account_id)
    .outerjoin(appointments, appointments.c.id == applications.c.appointment_id)
    .outerjoin(branches, branches.c.branch_id == applications.c.branch_id)
)
FULL = select(
    *applications.c,
    applicants.c.user_name,
    applicants.c.email,
    applicants.c.phone,
    applicants.c.account_id,
    accounts.c.external.label("account"),
    appointments.c.status.label("visit_status"),
    appointments.c.doctor_id,
    branches.c.time_zone,
    _open_offer.label("offer_id"),
).select_from(JOINED)
BY_ID = FULL.where(applications.c.id == bindparam("id", type_=BigInteger))
OWN_BY_ID = BY_ID.where(accounts.c.external == bindparam("account", type_=String))

AWAITS_MANAGER: ColumnElement[bool] = or_(
    applications.c.status == State.NEW.value,
    (applications.c.status == State.PROPOSED.value) & (appointments.c.status == VisitState.PENDING.value),
)


async def find(
    connection: AsyncConnection, application_id: int, account: str | None, *, lock: bool = False
) -> RowMapping:
    """An application that the caller may see. Raises NotFound, for somebody else's too."""
    query, values = (BY_ID, {}) if account is None else (OWN_BY_ID, {"account": account})
    if lock:
        query = query.with_for_update(of=applications)
    row = (await connection.execute(query, {"id": application_id} | values)).mappings().one_or_none()
    if row is None:
        raise NotFound("application")
    return row


def awaits(row: RowMapping) -> Literal["manager", "patient"] | None:
    """Who has to decide; None if it is decided."""
    if row["status"] == State.NEW:
        return "manager"
    if row["status"] != State.PROPOSED:
        return None
    return "manager" if row["visit_status"] == VisitState.PENDING else "patient"


@dataclass(frozen=True, slots=True)
class Filter:
    """Which applications; every condition that is given must hold."""

    user_name: str | None = None
    """Exact, but for case."""
    status: str | None = None
    branch_id: int | None = None
    awaits: str | None = None
    appointment_id: int | None = None
    account: str | None = None
    """Only this account's: set for every call on a patient's behalf."""


async def find_page(
    connection: AsyncConnection, wanted: Filter, page: int, size: int, *, by_deadline: bool
) -> tuple[list[RowMapping], int]:
    """One page, newest first or the nearest deadline first, and how many there are in all."""
    column = applications.c
    order = [column.decide_by.asc().nulls_last(), column.id] if by_deadline else [column.created_at.desc()]
    rows = narrowed(FULL, wanted).order_by(*order, column.id.desc()).offset((page - 1) * size).limit(size)
    count = narrowed(select(func.count()).select_from(JOINED), wanted)
    found = list((await connection.execute(rows)).mappings())
    return found, (await connection.execute(count)).scalar_one()


def narrowed(query: Select[Any], wanted: Filter) -> Select[Any]:
    """The query with the filter's conditions; it selects from `JOINED`."""
    column = applications.c
    for compared, value in (
        (column.status, wanted.status),
        (column.branch_id, wanted.branch_id),
        (column.appointment_id, wanted.appointment_id),
        (accounts.c.external, wanted.account),
    ):
        if value is not None:
            query = query.where(compared == value)
    if wanted.user_name is not None:
        query = query.where(func.lower(applicants.c.user_name) == func.lower(wanted.user_name))
    if wanted.awaits == "manager":
        query = query.where(AWAITS_MANAGER)
    elif wanted.awaits == "patient":
        pending = appointments.c.status.is_not_distinct_from(VisitState.PENDING.value)
        query = query.where(column.status == State.PROPOSED.value, ~pending)
    return query
