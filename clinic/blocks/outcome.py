"""What the end of an offer means for the visit that it was to replace."""

from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from clinic.blocks.hit import STILL_OUT, VISITS
from clinic.blocks.tables import block_visits
from clinic.offers.domain import Status as OfferStatus
from clinic.offers.outcomes import Outcome, Row


async def closed(connection: AsyncConnection, offer: Row, how: OfferStatus, _now: datetime) -> None:
    """Another time is sought if the offered one was lost: the second doctor cannot come either.

    A patient who refuses, or is silent, is called instead (see `calls`).
    """
    if how is not OfferStatus.WITHDRAWN:
        return
    same = block_visits.c.appointment_id == offer["appointment_id"]
    waits = select(block_visits.c.block_id).select_from(VISITS).where(same, STILL_OUT)
    newest = (await connection.execute(waits.order_by(block_visits.c.block_id.desc()).limit(1))).scalar_one_or_none()
    if newest is not None:
        await connection.execute(
            update(block_visits).where(same, block_visits.c.block_id == newest).values(sought_at=None)
        )


OUTCOME = Outcome(closed=closed)
