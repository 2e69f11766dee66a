"""Turn two holds into two appointments: both or neither."""

from dataclasses import dataclass

from api_client import ConsentRequired, IdempotencyConflict, QuotaExceeded, Refused, WrongTransition
from bot.dialogue.desk import Talk
from bot.dialogue.use_cases.hold_pair import PairGone, pair_gone
from bot.dialogue.use_cases.let_go import let_go
from bot.dialogue.use_cases.wish_for_clinic import wish_of
from contracts.appointments import Appointment, AppointmentRequest


@dataclass(frozen=True, slots=True)
class BookedPair:
    first: Appointment
    second: Appointment


async def confirm_pair(talk: Talk, first_hold: int, second_hold: int) -> BookedPair | PairGone:
    """The keys come from the holds, so a repeated confirmation, or one after a crash between the two, ends the same.

    Raises NotFound for holds that are not this account's, QuotaExceeded (nothing is booked then), ClinicClientError
    when the clinic does not answer: tapping again goes on.
    """
    lost = await talk.calls.appointment(first_hold)
    await talk.calls.appointment(second_hold)
    first: Appointment | None = None
    try:
        first = await _book(talk, first_hold)
        second = await _book(talk, second_hold)
    except Refused as refusal:
        if first is not None:
            await _undo(talk, first.id)
        for hold_id in (first_hold, second_hold):
            await let_go(talk, hold_id)
        if isinstance(refusal, ConsentRequired | QuotaExceeded):
            raise
        people = talk.memory.pair
        return await pair_gone(talk, people, lost.doctor_id, lost.start_time) if people else PairGone(())
    # What the keys repeat is what was booked then: how it stands now is asked anew.
    pair = BookedPair(await talk.calls.appointment(first.id), await talk.calls.appointment(second.id))
    talk.memory.fulfilled()
    talk.memory.visits(None)
    return pair


async def _book(talk: Talk, hold_id: int) -> Appointment:
    """What an earlier try booked with other words than those that are remembered now stands all the same."""
    held = await talk.calls.appointment(hold_id)
    request = AppointmentRequest(hold_id=hold_id, application=wish_of(talk, held))
    try:
        return await talk.calls.book(request, idempotency_key=f"confirm-hold-{hold_id}")
    except IdempotencyConflict:
        return held


async def _undo(talk: Talk, appointment_id: int) -> None:
    try:
        await talk.calls.cancel(appointment_id)
    except WrongTransition:
        return  # undone by an earlier tap
