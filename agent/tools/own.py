"""The patient's own future appointments."""

from agent.run import Run
from agent.tools import wire

MAX_APPOINTMENTS = 10


async def my_appointments(run: Run) -> str:
    """The patient's own future appointments, soonest first. Takes nothing: the service knows who is asking."""
    found = sorted(await run.turn.gateway.my_appointments(), key=lambda one: one.start_time)[:MAX_APPOINTMENTS]
    run.ledger.appointments_read = True
    run.ledger.quote(words for one in found for words in (one.doctor_name, one.office_number))
    run.ledger.mention(moment for one in found for moment in (one.start_time, one.end_time))
    return wire.compact({"appointments": [wire.appointment(one) for one in found]})
