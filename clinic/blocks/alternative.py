"""Find another time for a visit whose doctor cannot come."""

from collections.abc import Collection
from datetime import datetime, timedelta

from sqlalchemy import RowMapping, select

from clinic.appointments.counter import Counter
from clinic.appointments.domain.states import BLOCKING
from clinic.appointments.placement import Placement
from clinic.appointments.tables import appointments
from clinic.blocks.domain import LEAD
from clinic.offers.choose import placed
from clinic.platform.errors import DomainError
from clinic.schedule.asking import FreeSlot, Wanted, Window
from clinic.schedule.domain.visitor import Visitor
from clinic.schedule.engine.minutes import Minute, to_minute, to_minute_up

LOOKED_AT = 50
"""Free times that are looked at: the first ones may overlap with what the patient has to do otherwise."""

Taken = Collection[tuple[Minute, Minute]]


async def alternative(
    counter: Counter, visit: RowMapping, now: datetime, *, tried: Collection[Placement] = ()
) -> Placement | None:
    """The nearest time of the same specialty from the old one on, at the same branch if there is any, else elsewhere.

    Never sooner than `LEAD` from now. Failing that, sooner than the old time. `tried`: what was taken meanwhile.
    `visit` has the appointment's columns, the doctor's specialty, and the visitor's relation and birth date.
    """
    earliest = now + LEAD
    onwards = Window(max(earliest, visit["start_time"]))
    sooner = Window(earliest, visit["start_time"] - timedelta(minutes=1))
    taken = await _own_times(counter, visit, now)
    for branch_id in (visit["branch_id"], None):
        for window in (onwards, sooner):
            if isinstance(window.to, datetime) and window.to < earliest:
                continue
            found = await counter.availability.slots(_wanted(visit, branch_id), window, LOOKED_AT)
            for slot in found:
                if any(_is(slot, one) for one in tried) or any(_clash(slot, one) for one in taken):
                    continue
                try:
                    return await placed(counter, slot)
                except DomainError:
                    continue  # the schedule has just changed, or the doctor is not booked at so short notice
    return None


def _wanted(visit: RowMapping, branch_id: int | None) -> Wanted:
    visitor = None if visit["relation"] is None else Visitor(visit["relation"], visit["birth_date"])
    return Wanted(
        specialty=visit["specialty"], branch_id=branch_id, visit_type_id=visit["visit_type_id"], visitor=visitor
    )


async def _own_times(counter: Counter, visit: RowMapping, now: datetime) -> Taken:
    """When the same person has to be elsewhere."""
    if visit["client_id"] is None:
        return ()
    theirs = select(appointments.c.start_time, appointments.c.end_time).where(
        appointments.c.client_id == visit["client_id"],
        appointments.c.end_time > now,
        appointments.c.status.in_(sorted(BLOCKING)),
    )
    async with counter.database.reading() as connection:
        rows = (await connection.execute(theirs)).all()
    return [(to_minute(start), to_minute_up(end)) for start, end in rows]


def _is(slot: FreeSlot, one: Placement) -> bool:
    return (slot.doctor.doctor_id, slot.start) == (one.doctor.doctor_id, one.start)


def _clash(slot: FreeSlot, time: tuple[Minute, Minute]) -> bool:
    return slot.start < time[1] and time[0] < slot.start + slot.duration
