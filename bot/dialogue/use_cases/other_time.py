"""Give a hold back and look at what else there is."""

from api_client import NotFound
from bot.dialogue.desk import Talk
from bot.dialogue.memory import Offer
from bot.dialogue.use_cases.instead import gone
from bot.dialogue.use_cases.let_go import let_go
from contracts.appointments import Appointment


async def other_time(talk: Talk, hold_id: int) -> Appointment | tuple[Offer, ...]:
    """The other slots of the newest proposal, else the nearest of the same specialty; none if there are none.

    The appointment, if the hold has become one: it is not cancelled by a button that says 'another time'.
    Raises ClinicClientError when the clinic does not answer.
    """
    kept = talk.memory.hold
    ours = kept if kept is not None and kept.hold.hold_id == hold_id else None
    if not await let_go(talk, hold_id):
        try:
            return await talk.calls.appointment(hold_id)
        except NotFound:
            return ()
    if ours is None:
        return _shown(talk, without=None)
    rest = _shown(talk, without=ours.slot_id)
    if rest:
        talk.memory.show(rest)
        return rest
    nearest = await gone(talk, "let-go", (), ours.hold)
    refused = (ours.hold.doctor_id, ours.hold.start_time)
    return tuple(one for one in nearest.offers if (one.slot.doctor_id, one.slot.start_time) != refused)


def _shown(talk: Talk, *, without: str | None) -> tuple[Offer, ...]:
    known = (talk.memory.offer(slot_id) for slot_id in talk.memory.shown if slot_id != without)
    return tuple(offer for offer in known if offer is not None and offer.slot.start_time > talk.now)
