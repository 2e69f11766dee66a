"""Find times to offer: near the wanted one, and none that is promised to somebody else in the same round."""

from collections.abc import Collection
from datetime import timedelta

from clinic.appointments.counter import Counter
from clinic.appointments.placement import Placement, Request, place
from clinic.schedule.asking import FreeSlot, Wanted, Window
from clinic.schedule.engine.minutes import to_datetime

SPARE = 20
"""More free times are read than are wanted, for those that are promised already or begin too soon."""


async def free_times(
    counter: Counter, wanted: Wanted, window: Window, most: int, *, but: Collection[tuple[int, int]] = ()
) -> list[Placement]:
    """At most `most` placements, soonest first; `but` names (doctor_id, start in epoch minutes) to leave out.

    They are free as of now: `make_offer` finds out whether they still are.
    """
    found = await counter.availability.slots(wanted, window, most + len(but) + SPARE)
    left = [slot for slot in found if (slot.doctor.doctor_id, slot.start) not in but]
    return [await placed(counter, slot) for slot in left[:most]]


async def placed(counter: Counter, slot: FreeSlot) -> Placement:
    """The placement of a slot that availability has just named. Raises what `place` raises."""
    request = Request(
        slot.doctor.doctor_id,
        to_datetime(slot.start),
        to_datetime(slot.start) + timedelta(minutes=slot.duration),
        slot.visit_type_id,
    )
    return await at(counter, request)


async def at(counter: Counter, request: Request, *, for_patient: bool = True) -> Placement:
    """The placement of a time that somebody named, such as a manager. Raises what `place` raises."""
    return place(await counter.schedule.newest(), request, counter.clock(), for_patient=for_patient)
