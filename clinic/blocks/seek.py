"""Hold another time for each visit that a block has hit: a duty of the worker."""

from datetime import datetime

import structlog
from sqlalchemy import RowMapping, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from clinic.appointments import ledger
from clinic.appointments.counter import Counter, ScheduleChanged
from clinic.appointments.placement import Placement
from clinic.appointments.refusals import SlotTaken
from clinic.appointments.tables import appointments
from clinic.blocks import news
from clinic.blocks.alternative import alternative
from clinic.blocks.domain import answer_by
from clinic.blocks.hit import STILL_OUT, VISITS
from clinic.blocks.tables import block_visits
from clinic.offers.domain import Kind
from clinic.offers.make import NewOffer, make_offer
from clinic.people.tables import people
from clinic.schedule.tables import doctors

log = structlog.get_logger(__name__)
AT_ONCE = 50
MOST_TRIES = 5
UNSOUGHT = (
    select(
        *appointments.c,
        block_visits.c.block_id,
        doctors.c.specialty,
        people.c.relation,
        people.c.birth_date,
    )
    .select_from(
        VISITS.join(doctors, doctors.c.doctor_id == appointments.c.doctor_id).outerjoin(
            people, people.c.client_id == appointments.c.client_id
        )
    )
    .where(block_visits.c.sought_at.is_(None), STILL_OUT)
    # Who has to be somewhere first reads of it first, and gets the nearest time.
    .order_by(block_visits.c.start_time, block_visits.c.appointment_id)
)


class SeekOtherTimes:
    """Each visit in a transaction of its own: the next one sees what was held for the one before, so that nobody is
    offered what another got, and one patient's trouble stops no other's. Several workers do no visit twice."""

    def __init__(self, counter: Counter) -> None:
        self._counter = counter
        self._hours = counter.settings.rebooking_hours

    async def __call__(self, now: datetime) -> int:
        """How many visits were seen to, with another time or without."""
        async with self._counter.database.reading() as connection:
            due = (await connection.execute(UNSOUGHT.limit(AT_ONCE))).mappings().all()
        seen_to = 0
        for visit in due:
            try:
                seen_to += await self._see_to(visit, now)
            except Exception as failure:
                # Whatever it is, it is this visit's alone: tried again, and in the end called about (see `calls`).
                log.error("no_other_time", appointment_id=visit["id"], error=type(failure).__name__)
        return seen_to

    async def _see_to(self, visit: RowMapping, now: datetime) -> bool:
        if visit["account_id"] is None or visit["client_id"] is None:
            return await self._leave(visit, now)  # there is nobody to write to: see `calls`
        tried: list[Placement] = []
        for _ in range(MOST_TRIES):
            found = await alternative(self._counter, visit, now, tried=tried)
            if found is None:
                break
            try:
                return await self._offer(visit, found, now)
            except SlotTaken:
                tried.append(found)
            except ScheduleChanged as change:
                await self._counter.schedule.at(change.version)
        return await self._leave(visit, now)

    async def _offer(self, visit: RowMapping, found: Placement, now: datetime) -> bool:
        async with self._counter.transaction() as connection:
            await ledger.lock_doctors(connection, {visit["doctor_id"], found.doctor.doctor_id})
            if not await _claim(connection, visit, now):
                return False
            until = answer_by(now, found.start_time, self._hours)
            new = NewOffer(visit["account_id"], visit["client_id"], Kind.REBOOKING, until, appointment_id=visit["id"])
            await make_offer(connection, new, [found], now)
        return True

    async def _leave(self, visit: RowMapping, now: datetime) -> bool:
        """There is nothing to offer."""
        async with self._counter.transaction() as connection:
            await ledger.lock_doctors(connection, {visit["doctor_id"]})
            if not await _claim(connection, visit, now):
                return False
            if visit["account_id"] is not None:
                await news.tell_no_time(connection, visit["account_id"], visit["id"], visit["start_time"], now)
        return True


async def _claim(connection: AsyncConnection, visit: RowMapping, now: datetime) -> bool:
    """Whether the visit still waits for this, under its doctor's lock; then it is ours alone."""
    same = block_visits.c.block_id == visit["block_id"], block_visits.c.appointment_id == visit["id"]
    waits = select(block_visits.c.appointment_id).select_from(VISITS)
    waits = waits.where(*same, STILL_OUT, block_visits.c.sought_at.is_(None))
    found = await connection.execute(waits.with_for_update(of=block_visits))
    if found.first() is None:
        return False
    await connection.execute(update(block_visits).where(*same).values(sought_at=now))
    return True
