"""A manager proposes other times: they are held for the patient, and the time that was pending is let go."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import RowMapping, select
from sqlalchemy.ext.asyncio import AsyncConnection

from clinic.applications.domain.states import State
from clinic.applications.locking import check_undecided, locked
from clinic.applications.read import awaits
from clinic.applications.refusals import NoAccount
from clinic.applications.write import change, decided
from clinic.appointments.change import change_state
from clinic.appointments.counter import Counter, ScheduleChanged
from clinic.appointments.domain.states import State as VisitState
from clinic.appointments.placement import Placement, Request
from clinic.appointments.refusals import SlotTaken
from clinic.offers.choose import at
from clinic.offers.domain import Kind
from clinic.offers.make import NewOffer, make_offer
from clinic.people.tables import people
from clinic.schedule.asking import ScheduleUnsettled
from clinic.schedule.engine.minutes import to_datetime, to_minute
from clinic.schedule.slot_id import SlotIds

MOST_TRIES = 3


class CounterOffer:
    """For staff. The patient answers by the offer: accepting confirms and approves at once, refusing declines.

    The same manager may repeat it while the patient has not answered: it stays as it is. Raises NotFound, Decided,
    NoAccount, BadSlotId, SlotIdExpired, SlotTaken with what is free instead, ChangedMeanwhile, and what `place` raises.
    """

    def __init__(self, counter: Counter, slot_ids: SlotIds) -> None:
        self._counter = counter
        self._slot_ids = slot_ids

    async def __call__(self, application_id: int, by: str, slot_ids: Sequence[str]) -> None:
        requests = [self._request(slot_id) for slot_id in dict.fromkeys(slot_ids)]
        for _ in range(MOST_TRIES):
            times = [await at(self._counter, request, for_patient=False) for request in requests]
            try:
                await self._offer(application_id, by, times)
            except ScheduleChanged:
                continue
            except SlotTaken as lost:
                lost.nearest = await self._counter.instead(requests[0])
                raise
            else:
                return
        raise ScheduleUnsettled

    def _request(self, slot_id: str) -> Request:
        claim = self._slot_ids.read(slot_id, to_minute(self._counter.clock()))
        until = to_datetime(claim.start + claim.duration)
        return Request(claim.doctor_id, to_datetime(claim.start), until, claim.visit_type_id)

    async def _offer(self, application_id: int, by: str, times: Sequence[Placement]) -> None:
        now = self._counter.clock()
        async with self._counter.transaction() as connection:
            row = await locked(connection, application_id, {placed.doctor.doctor_id for placed in times})
            if awaits(row) == "patient" and row["decided_by"] == by:
                return
            check_undecided(row)
            client_id = await _visitor(connection, row)
            await change(
                connection,
                row,
                "counter_offered",
                now,
                **decided(State.PROPOSED, by, now),
                client_id=client_id,
                branch_id=times[0].branch.branch_id,
            )
            if row["appointment_id"] is not None:
                await change_state(connection, row["appointment_id"], VisitState.DECLINED, now, account=None)
            new = NewOffer(
                row["account_id"], client_id, Kind.COUNTER_OFFER, self._until(times, now), application_id=row["id"]
            )
            await make_offer(connection, new, times, now)

    def _until(self, times: Sequence[Placement], now: datetime) -> datetime:
        hours = timedelta(hours=self._counter.settings.review.counter_offer_hours)
        return min(now + hours, max(placed.start_time for placed in times))


async def _visitor(connection: AsyncConnection, row: RowMapping) -> int:
    """Who is going to visit: as asked, else the account's owner. Raises NoAccount."""
    if row["account_id"] is None:
        raise NoAccount
    if row["client_id"] is not None:
        return int(row["client_id"])
    owner = people.c.account_id == row["account_id"], people.c.relation == "self"
    found = (await connection.execute(select(people.c.client_id).where(*owner))).scalar_one_or_none()
    if found is None:
        raise NoAccount
    return int(found)
