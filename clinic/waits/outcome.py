"""What the end of an offer means for whoever waited for it."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from clinic.offers.domain import Status as OfferStatus
from clinic.offers.outcomes import Outcome
from clinic.waits.domain import Status
from clinic.waits.events import bring
from clinic.waits.read import LOCKED
from clinic.waits.tables import waits

Row = Mapping[Any, Any]


async def accepted(connection: AsyncConnection, offer: Row, _visit: Row, now: datetime) -> None:
    """The wish is fulfilled, and so is another one of this person for this specialty on the same days."""
    row = await _offered(connection, offer)
    if row is None:
        return
    await bring(connection, row, Status.SERVED, "served", now)
    others = (
        select(waits)
        .where(
            waits.c.client_id == row["client_id"],
            waits.c.specialty == row["specialty"],
            waits.c.status == Status.WAITING.value,
            waits.c.first_day <= row["last_day"],
            waits.c.last_day >= row["first_day"],
        )
        .order_by(waits.c.created_at, waits.c.wait_id)
        .with_for_update()
    )
    for other in (await connection.execute(others)).mappings().all():
        await bring(connection, other, Status.SERVED, "served", now)


async def closed(connection: AsyncConnection, offer: Row, how: OfferStatus, now: datetime) -> None:
    """Back in line, at the old place. The time itself goes to the next when the transaction ends."""
    row = await _offered(connection, offer)
    if row is not None:
        what = "called_off" if how is OfferStatus.WITHDRAWN else "passed"
        await bring(connection, row, Status.WAITING, what, now)


OUTCOME = Outcome(accepted=accepted, closed=closed)


async def _offered(connection: AsyncConnection, offer: Row) -> Row | None:
    row = (await connection.execute(LOCKED, {"id": offer["wait_id"]})).mappings().one_or_none()
    return row if row is not None and row["status"] == Status.OFFERED else None
