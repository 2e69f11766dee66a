"""Leave the line."""

from clinic.appointments.counter import MOST_TRIES, Counter
from clinic.appointments.refusals import ChangedMeanwhile
from clinic.offers.close import CloseOffer
from clinic.offers.domain import Status as OfferStatus
from clinic.offers.refusals import OfferOver
from clinic.waits.domain import Status
from clinic.waits.events import bring
from clinic.waits.read import LOCKED, find_wait
from clinic.waits.refusals import WaitOver


class LeaveLine:
    """For the account that waits, or for staff. A time that is held for it goes to the next. Leaving again is no error.

    Raises NotFound, WaitOver, ChangedMeanwhile.
    """

    def __init__(self, counter: Counter, close: CloseOffer) -> None:
        self._counter = counter
        self._close = close

    async def __call__(self, wait_id: int, account: str | None) -> None:
        for _ in range(MOST_TRIES):
            if await self._left(wait_id, account):
                return
        raise ChangedMeanwhile

    async def _left(self, wait_id: int, account: str | None) -> bool:
        """False: a time was offered just now, and its doctor has to be locked before the place is."""
        now = self._counter.clock()
        async with self._counter.transaction() as connection:
            seen = await find_wait(connection, wait_id, account)
            if seen["offer_id"] is not None:
                try:
                    await self._close.within(connection, seen["offer_id"], OfferStatus.REFUSED, None)
                except OfferOver:
                    return False  # it has just been answered, or its deadline has passed
            row = (await connection.execute(LOCKED, {"id": wait_id})).mappings().one()
            match Status(row["status"]):
                case Status.WAITING:
                    await bring(connection, row, Status.LEFT, "left", now)
                case Status.OFFERED:
                    return False
                case Status.SERVED | Status.EXPIRED as ended:
                    raise WaitOver(ended)
            return True
