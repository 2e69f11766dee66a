"""Take one of the offered times."""

from collections.abc import Sequence

from sqlalchemy import RowMapping, func, update
from sqlalchemy.ext.asyncio import AsyncConnection

from clinic.appointments import ledger, present
from clinic.appointments.change import change_state, write_change
from clinic.appointments.counter import Counter
from clinic.appointments.domain.states import MOVABLE, State
from clinic.appointments.read import find
from clinic.appointments.refusals import WrongTransition
from clinic.offers.domain import Kind, Status
from clinic.offers.outcomes import Outcome, Outcomes
from clinic.offers.read import find_offer, times_of
from clinic.offers.refusals import NotOffered, OfferOver
from clinic.offers.tables import offers
from contracts.appointments import Appointment


class AcceptOffer:
    """For the account that it was made to, or for staff on the telephone.

    The visit that was to be replaced moves and keeps its id; without one the held time becomes a confirmed visit. The
    other times go back to all. Accepting the same time again answers the appointment as it stands.
    Raises NotFound, OfferOver, NotOffered, WrongTransition, ChangedMeanwhile.
    """

    def __init__(self, counter: Counter, outcomes: Outcomes) -> None:
        self._counter = counter
        self._outcomes = outcomes

    async def __call__(self, offer_id: int, hold_id: int, account: str | None) -> Appointment:
        now = self._counter.clock()
        async with self._counter.transaction() as connection:
            offer = await find_offer(connection, offer_id, account)
            times = await times_of(connection, offer_id)
            await ledger.lock_doctors(connection, await _doctors(connection, offer, times))
            offer = await find_offer(connection, offer_id, account, lock=True)
            if offer["status"] == Status.ACCEPTED and _chosen(offer, hold_id, times):
                return present.appointment(await find(connection, offer["accepted_id"], None), now)
            if offer["status"] != Status.OPEN:
                raise OfferOver(Status(offer["status"]))
            if offer["expires_at"] <= now:
                raise OfferOver(Status.EXPIRED)
            held = [row for row in await times_of(connection, offer_id) if row["status"] == State.HELD]
            taken = next((row for row in held if row["id"] == hold_id and row["hold_expires_at"] > now), None)
            if taken is None:
                raise NotOffered
            for other in held:
                if other["id"] != hold_id:
                    await change_state(connection, other["id"], State.RELEASED, now, account=None)
            if offer["appointment_id"] is None:
                visit = await change_state(
                    connection, hold_id, State.CONFIRMED, now, account=None, hold_expires_at=None
                )
            else:
                visit = await self._move(connection, offer["appointment_id"], taken)
            ended = {"status": Status.ACCEPTED.value, "closed_at": now, "accepted_id": visit["id"]}
            await connection.execute(update(offers).where(offers.c.offer_id == offer_id).values(ended))
            outcome = self._outcomes.get(Kind(offer["kind"]), Outcome())
            await outcome.accepted(connection, offer, visit, now)
        return present.appointment(visit, now)

    async def _move(self, connection: AsyncConnection, appointment_id: int, taken: RowMapping) -> RowMapping:
        """The visit goes where the hold was; the hold goes first, so that the two do not overlap."""
        now = self._counter.clock()
        row = await find(connection, appointment_id, None)
        if row["status"] not in MOVABLE:
            raise WrongTransition(State(row["status"]), "moved")
        await change_state(connection, taken["id"], State.RELEASED, now, account=None)
        return await write_change(
            connection,
            row,
            now,
            "moved",
            by_patient=True,
            status=State.CONFIRMED.value,
            status_reason=None,
            doctor_id=taken["doctor_id"],
            branch_id=taken["branch_id"],
            office_number=taken["office_number"],
            visit_type_id=taken["visit_type_id"],
            start_time=taken["start_time"],
            end_time=taken["end_time"],
            blocked=func.tstzrange(taken["blocked"].lower, taken["blocked"].upper),
        )


async def _doctors(connection: AsyncConnection, offer: RowMapping, times: Sequence[RowMapping]) -> set[int]:
    doctors = {row["doctor_id"] for row in times}
    if offer["appointment_id"] is not None:
        replaced = await find(connection, offer["appointment_id"], None)
        doctors.add(replaced["doctor_id"])
    return doctors


def _chosen(offer: RowMapping, hold_id: int, times: Sequence[RowMapping]) -> bool:
    """Whether it was this time that was accepted before: a repeated tap is no error."""
    if offer["appointment_id"] is None:
        return bool(offer["accepted_id"] == hold_id)
    return any(row["id"] == hold_id for row in times)
