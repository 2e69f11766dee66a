"""Free times near a wished one, for somebody who cannot have it."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from clinic.applications.domain.alternatives import Candidate, alternatives
from clinic.appointments.counter import Counter
from clinic.appointments.placement import Placement
from clinic.offers.choose import placed
from clinic.platform.errors import DomainError
from clinic.schedule.asking import FreeSlot, Wanted, Window
from clinic.schedule.engine.minutes import to_datetime, to_minute

EARLIER, LATER = timedelta(days=3), timedelta(days=21)
"""How far from the wished time is looked."""
AT_LEAST_AHEAD = timedelta(hours=1)
"""Time to read the message and to come."""
MOST_READ = 300


async def instead(counter: Counter, wanted: Wanted, wished: datetime, most: int) -> list[Placement]:
    """At most `most` placements, soonest first: the doctor of `wanted` preferred, others of the specialty as well.

    They are free as of now; `make_offer` finds out whether they still are.
    """
    soonest = counter.clock() + AT_LEAST_AHEAD
    window = Window(max(soonest, wished - EARLIER), max(soonest, wished) + LATER)
    found = list(await counter.availability.slots(wanted, window, MOST_READ)) if wanted.doctor_id is not None else []
    others = Wanted(
        specialty=wanted.specialty,
        branch_id=wanted.branch_id,
        visit_type_id=wanted.visit_type_id,
        visitor=wanted.visitor,
    )
    found += await counter.availability.slots(others, window, MOST_READ)
    candidates = {_candidate(slot): slot for slot in found}
    chosen = alternatives(candidates, wanted.doctor_id, to_minute(wished), most)
    placements = []
    for candidate in chosen:
        try:
            placements.append(await placed(counter, candidates[candidate]))
        except DomainError:  # the schedule has changed since: one time less
            continue
    return placements


def _candidate(slot: FreeSlot) -> Candidate:
    zone = ZoneInfo(slot.branch.time_zone)
    return Candidate(slot.doctor.doctor_id, slot.start, to_datetime(slot.start, zone).date())
