"""End the offers that a block, its undoing, or the patient has made useless: a duty of the worker.

Nobody who changes a visit has to know of them: an offer is found by how it and its visit stand.
"""

from datetime import datetime

import structlog
from sqlalchemy import exists, or_, select

from clinic.appointments.counter import Counter
from clinic.appointments.domain.states import State
from clinic.appointments.tables import appointments
from clinic.blocks.domain import Status
from clinic.blocks.tables import blocks
from clinic.offers.close import CloseOffer
from clinic.offers.domain import Kind
from clinic.offers.domain import Status as OfferStatus
from clinic.offers.refusals import OfferOver
from clinic.offers.tables import offers
from clinic.platform.database import FAILURES
from clinic.platform.errors import DomainError

log = structlog.get_logger(__name__)
AT_ONCE = 50
_held = appointments.alias("held")
_times = exists().where(_held.c.offer_id == offers.c.offer_id)
_visit = select(appointments.c.status).where(appointments.c.id == offers.c.appointment_id).scalar_subquery()
USELESS = (
    select(offers.c.offer_id)
    .where(
        offers.c.status == OfferStatus.OPEN.value,
        or_(
            # The visit has a time again, or is no more.
            (offers.c.kind == Kind.REBOOKING.value) & (_visit != State.NEEDS_REBOOKING.value),
            # All that was held is with a doctor who cannot come.
            _times
            & ~_times.where(_held.c.status == State.HELD.value)
            & _times.where(
                _held.c.doctor_id == blocks.c.doctor_id,
                blocks.c.status == Status.ACTIVE.value,
                _held.c.start_time < blocks.c.to_time,
                _held.c.end_time > blocks.c.from_time,
            ),
        ),
    )
    .order_by(offers.c.offer_id)
    .limit(AT_ONCE)
)


class EndUselessOffers:
    """Each offer in a transaction of its own, after the one that made it useless: other doctors may be locked then."""

    def __init__(self, counter: Counter, close: CloseOffer) -> None:
        self._counter = counter
        self._close = close

    async def __call__(self, _now: datetime) -> int:
        """How many were ended."""
        async with self._counter.database.reading() as connection:
            useless = (await connection.execute(USELESS)).scalars().all()
        ended = 0
        for offer_id in useless:
            try:
                await self._close(offer_id, OfferStatus.WITHDRAWN, None)
            except OfferOver:
                continue  # accepted, refused or expired meanwhile
            except (DomainError, *FAILURES) as failure:
                log.warning("offer_not_ended", offer_id=offer_id, error=type(failure).__name__)
                continue
            ended += 1
        return ended
