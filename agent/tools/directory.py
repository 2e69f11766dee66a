"""Reads of what the clinic is: branches, specialties, doctors."""

from agent.run import Run
from agent.tools import wire
from agent.tools.fields import DoctorsGender, ScheduleId, SpecialtyCode, SpokenLanguage

MAX_DOCTORS = 20
MAX_VISIT_TYPES = 20


async def branches(run: Run) -> str:
    """The clinic's branches: id, name, address, time zone."""
    found = await run.turn.gateway.branches()
    run.ledger.quote(words for branch in found for words in (branch.name, branch.address, branch.phone or ""))
    return wire.compact({"branches": [branch.model_dump() for branch in found]})


async def specialties(run: Run) -> str:
    """The specialties that the clinic has, and how many doctors of each see patients."""
    found = await run.turn.gateway.specialties()
    return wire.compact({"specialties": {specialty.code: specialty.doctors for specialty in found}})


async def doctors(
    run: Run,
    specialty: SpecialtyCode = None,
    branch_id: ScheduleId = None,
    gender: DoctorsGender = None,
    language: SpokenLanguage = None,
) -> str:
    """Doctors: id, name, specialty, branch, gender, languages, whether they see adults and children."""
    known = await run.turn.gateway.doctors(specialty=specialty, branch_id=branch_id)
    found = [one for one in known if gender in (None, one.gender) and (language is None or language in one.languages)]
    run.ledger.quote(doctor.full_name for doctor in found[:MAX_DOCTORS])
    shown = [wire.doctor(doctor) for doctor in found[:MAX_DOCTORS]]
    return wire.compact({"doctors": shown, "more": len(found) - len(shown)})


async def visit_types(run: Run, specialty: SpecialtyCode = None) -> str:
    """What kinds of visits there are: name, minutes, price, how to prepare. For questions about prices."""
    found = await run.turn.gateway.visit_types()
    shown = [one for one in found if specialty is None or one.specialty in (None, specialty)][:MAX_VISIT_TYPES]
    run.ledger.quote(words for one in shown for words in (one.name, one.preparation))
    return wire.compact({"visit_types": [wire.visit_type(one) for one in shown]})
