"""An offer ends without being accepted: the patient refused, the deadline passed, or the clinic took it back."""

from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from clinic.appointments import ledger
from clinic.appointments.change import change_state
from clinic.appointments.counter import Counter
from clinic.appointments.domain.states import State
from clinic.offers import news
from clinic.offers.domain import Kind, Status
from clinic.offers.outcomes import Outcome, Outcomes
from clinic.offers.read import find_offer, times_of
from clinic.offers.refusals import OfferOver
from clinic.offers.tables import offers

AT_ONCE = 50
"""Due offers that one round of the duty ends."""
DUE = (
    select(offers.c.offer_id)
    .where(offers.c.status == Status.OPEN.value)
    .order_by(offers.c.expires_at, offers.c.offer_id)
    .limit(AT_ONCE)
)


class CloseOffer:
    """For the account (refused), for the clock (expired), for the clinic (withdrawn). The held times go back to all.

    Raises NotFound, and OfferOver for one that has ended otherwise; ending it the same way again changes nothing.
    """

    def __init__(self, counter: Counter, outcomes: Outcomes) -> None:
        self._counter = counter
        self._outcomes = outcomes

    async def __call__(self, offer_id: int, status: Status, account: str | None) -> None:
        async with self._counter.transaction() as connection:
            await self.within(connection, offer_id, status, account)

    async def within(self, connection: AsyncConnection, offer_id: int, status: Status, account: str | None) -> None:
        """The same inside a transaction that ends more than the offer; all doctors concerned are locked by it."""
        now = self._counter.clock()
        await find_offer(connection, offer_id, account)
        doctors = {row["doctor_id"] for row in await times_of(connection, offer_id)}
        await ledger.lock_doctors(connection, doctors)
        offer = await find_offer(connection, offer_id, account, lock=True)
        if offer["status"] == status:
            return
        if offer["status"] != Status.OPEN:
            raise OfferOver(Status(offer["status"]))
        for row in await times_of(connection, offer_id):
            if row["status"] == State.HELD:
                over = State.EXPIRED if status is Status.EXPIRED else State.RELEASED
                await change_state(connection, row["id"], over, now, account=None)
        ended = {"status": status.value, "closed_at": now}
        await connection.execute(update(offers).where(offers.c.offer_id == offer_id).values(ended))
        kind = Kind(offer["kind"])
        if status in (Status.EXPIRED, Status.WITHDRAWN):
            await news.tell_over(connection, offer["account_id"], offer_id, kind, now)
        await self._outcomes.get(kind, Outcome()).closed(connection, offer, status, now)


class ExpireOffers:
    """A duty of the worker: end what is past its deadline, each offer in a transaction of its own."""

    def __init__(self, counter: Counter, close: CloseOffer) -> None:
        self._counter = counter
        self._close = close

    async def __call__(self, now: datetime) -> int:
        """How many were ended."""
        async with self._counter.database.reading() as connection:
            due = (await connection.execute(DUE.where(offers.c.expires_at <= now))).scalars().all()
        if due:
            await self._counter.schedule.newest()  # so that who waits is asked by it, see `clinic.waits.line`
        ended = 0
        for offer_id in due:
            try:
                await self._close(offer_id, Status.EXPIRED, None)
            except OfferOver:
                continue  # accepted or refused meanwhile
            ended += 1
        return ended
