"""Turn the patient's hold into an appointment, exactly once."""

from api_client import Conflict, ConsentRequired, HoldExpired, NotFound, SlotTaken
from bot.dialogue.desk import Talk
from bot.dialogue.use_cases.instead import Gone, Why, gone
from contracts.appointments import Appointment, AppointmentRequest, AppointmentStatus, Hold

_BECAME = (AppointmentStatus.HELD, AppointmentStatus.EXPIRED, AppointmentStatus.RELEASED)


async def confirm_hold(talk: Talk, hold_id: int) -> Appointment | Gone:
    """The appointment, or why not and what is free instead.

    The Idempotency-Key comes from the hold, so a repeated confirmation gets the same appointment. A button that is not
    the newest hold's is checked against the clinic first: what it stood for may have been cancelled since.
    Raises ConsentRequired, QuotaExceeded, and ClinicClientError when the clinic does not answer.
    """
    kept = talk.memory.hold.hold if talk.memory.hold is not None else None
    hold: Hold | Appointment | None = kept if kept is not None and kept.hold_id == hold_id else None
    wish = talk.memory.hold.wish if hold is not None and talk.memory.hold is not None else None
    if hold is None:
        try:
            hold = now_is = await talk.calls.appointment(hold_id)
        except NotFound:
            return Gone("let-go", ())
        if now_is.status not in _BECAME:
            return now_is
    try:
        request = AppointmentRequest(hold_id=hold_id, application=wish)
        booked = await talk.calls.book(request, idempotency_key=f"confirm-hold-{hold_id}")
    except ConsentRequired:
        raise
    except Conflict as refusal:
        talk.memory.hold = None
        return await gone(talk, _why(refusal), refusal.nearest, hold)
    except NotFound:
        talk.memory.hold = None
        return await gone(talk, "let-go", (), hold)
    talk.memory.hold = None
    talk.memory.fulfilled()
    return booked


def _why(refusal: Conflict) -> Why:
    if isinstance(refusal, HoldExpired):
        return "hold-expired"
    return "taken" if isinstance(refusal, SlotTaken) else "let-go"
