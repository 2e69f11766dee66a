"""The patient wants it no more."""

from datetime import datetime

from sqlalchemy import RowMapping
from sqlalchemy.ext.asyncio import AsyncConnection

from clinic.applications.domain.states import State
from clinic.applications.locking import locked
from clinic.applications.read import awaits, find
from clinic.applications.refusals import Decided
from clinic.applications.write import change, decided
from clinic.appointments.change import change_state
from clinic.appointments.counter import Counter
from clinic.appointments.domain.states import State as VisitState
from clinic.offers.close import CloseOffer
from clinic.offers.domain import Status
from contracts.applications import CLINIC, PATIENT


class Withdraw:
    """For the account that applied, or for staff in its name. Withdrawing again does no harm.

    A visit that waits is cancelled; a counter-offer that waits is refused. Raises NotFound, Decided, OfferOver,
    ChangedMeanwhile.
    """

    def __init__(self, counter: Counter, close: CloseOffer) -> None:
        self._counter = counter
        self._close = close

    async def __call__(self, application_id: int, account: str | None) -> None:
        now = self._counter.clock()
        async with self._counter.transaction() as connection:
            seen = await find(connection, application_id, account)
            if seen["offer_id"] is not None and awaits(seen) == "patient":
                await self._close.within(connection, seen["offer_id"], Status.REFUSED, account)
                return
            row = await locked(connection, application_id)
            if row["status"] == State.WITHDRAWN:
                return
            await self._withdraw(connection, row, account, now)

    async def _withdraw(self, connection: AsyncConnection, row: RowMapping, account: str | None, now: datetime) -> None:
        if awaits(row) is None:
            raise Decided(row["status"], row["decided_by"], row["decided_at"])
        by = CLINIC if account is None else PATIENT
        await change(connection, row, "withdrawn", now, **decided(State.WITHDRAWN, by, now))
        if row["visit_status"] in (VisitState.PENDING, VisitState.NEEDS_REBOOKING):
            await change_state(connection, row["appointment_id"], VisitState.CANCELLED, now, account=account)
