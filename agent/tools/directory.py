"""Reads of what the clinic is: branches, specialties, doctors."""

from agent.run import Run
from agent.tools import wire
from agent.tools.fields import ScheduleId, SpecialtyCode

MAX_DOCTORS = 20


async def branches(run: Run) -> str:
    """The clinic's branches: id, name, address, time zone."""
    found = await run.turn.gateway.branches()
    run.ledger.quote(words for branch in found for words in (branch.name, branch.address))
    return wire.compact({"branches": [branch.model_dump() for branch in found]})


async def specialties(run: Run) -> str:
    """The specialties that the clinic has, and how many doctors of each see patients."""
    found = await run.turn.gateway.specialties()
    return wire.compact({"specialties": {specialty.code: specialty.doctors for specialty in found}})


async def doctors(
    run: Run,
    specialty: SpecialtyCode = None,
    branch_id: ScheduleId = None,
) -> str:
    """Doctors: id, name, specialty, branch, languages, whether they see adults and children."""
    found = await run.turn.gateway.doctors(specialty=specialty, branch_id=branch_id)
    run.ledger.quote(doctor.full_name for doctor in found[:MAX_DOCTORS])
    shown = [wire.doctor(doctor) for doctor in found[:MAX_DOCTORS]]
    return wire.compact({"doctors": shown, "more": len(found) - len(shown)})
