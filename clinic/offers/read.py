"""Read offers with the times that are held for them. A patient sees the account's own, staff see all."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import BigInteger, RowMapping, String, bindparam, select
from sqlalchemy.ext.asyncio import AsyncConnection

from clinic.appointments.read import FULL
from clinic.appointments.tables import appointments
from clinic.offers.tables import offers
from clinic.people.tables import accounts
from clinic.platform.errors import NotFound

OFFER = select(*offers.c, accounts.c.external.label("account")).select_from(offers.join(accounts))
BY_ID = OFFER.where(offers.c.offer_id == bindparam("id", type_=BigInteger))
OWN_BY_ID = BY_ID.where(accounts.c.external == bindparam("account", type_=String))
TIMES = FULL.where(appointments.c.offer_id == bindparam("offer", type_=BigInteger)).order_by(
    appointments.c.start_time, appointments.c.id
)


async def find_offer(
    connection: AsyncConnection, offer_id: int, account: str | None, *, lock: bool = False
) -> RowMapping:
    """An offer that the caller may see. Raises NotFound, for somebody else's too."""
    query, values = (BY_ID, {}) if account is None else (OWN_BY_ID, {"account": account})
    if lock:
        query = query.with_for_update(of=offers)
    row = (await connection.execute(query, {"id": offer_id} | values)).mappings().one_or_none()
    if row is None:
        raise NotFound("offer")
    return row


async def times_of(connection: AsyncConnection, offer_id: int) -> Sequence[RowMapping]:
    """The appointments that were held for the offer, whatever became of them, soonest first."""
    return (await connection.execute(TIMES, {"offer": offer_id})).mappings().all()


async def open_offers(connection: AsyncConnection, **referring: Any) -> Sequence[RowMapping]:
    """Open offers that refer to something, such as ``application_id=7``."""
    conditions = (offers.c[column] == value for column, value in referring.items())
    return (await connection.execute(OFFER.where(offers.c.status == "open", *conditions))).mappings().all()
