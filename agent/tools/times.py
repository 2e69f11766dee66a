"""Reads of free time. What they return is entered in the run's ledger, and only that can be proposed."""

from datetime import datetime
from typing import Annotated

from agent.gateway import SlotQuery
from agent.run import Run
from agent.tools import wire
from agent.tools.fields import (
    DoctorsGender,
    Earliest,
    Latest,
    Limit,
    ScheduleId,
    SpecialtyCode,
    SpokenLanguage,
    Unfilled,
)
from agent.tools.moments import moment, widened
from contracts.schedule import PartOfDay


async def free_slots(
    run: Run,
    specialty: SpecialtyCode = None,
    doctor_id: ScheduleId = None,
    branch_id: ScheduleId = None,
    gender: DoctorsGender = None,
    language: SpokenLanguage = None,
    earliest: Earliest = None,
    latest: Latest = None,
    part_of_day: Annotated[PartOfDay | None, Unfilled] = None,
    limit: Limit = 5,
) -> str:
    """Free slots that start between `earliest` and `latest`, soonest first, and the reasons why there are none."""
    start = moment(earliest, run.turn.zone)
    end = moment(latest, run.turn.zone)
    run.ledger.mention(bound for bound in (start, end) if isinstance(bound, datetime))
    query = SlotQuery(
        specialty=specialty,
        doctor_id=doctor_id,
        branch_id=branch_id,
        gender=gender,
        language=language,
        from_=start,
        to=widened(start, end),
        part_of_day=part_of_day,
        limit=limit,
    )
    found = await run.turn.gateway.free_slots(query)
    run.ledger.issue(query, found)
    return wire.slots(found)


async def nearest_slot(
    run: Run,
    specialty: SpecialtyCode = None,
    doctor_id: ScheduleId = None,
    branch_id: ScheduleId = None,
    gender: DoctorsGender = None,
    language: SpokenLanguage = None,
    earliest: Earliest = None,
    limit: Limit = 5,
) -> str:
    """The first free slots from `earliest` on, however far away, and why there is nothing earlier."""
    start = moment(earliest, run.turn.zone)
    run.ledger.mention([start] if isinstance(start, datetime) else [])
    query = SlotQuery(
        specialty=specialty,
        doctor_id=doctor_id,
        branch_id=branch_id,
        gender=gender,
        language=language,
        from_=start,
        limit=limit,
    )
    found = await run.turn.gateway.nearest_slots(query)
    run.ledger.issue(query, found)
    return wire.slots(found)
