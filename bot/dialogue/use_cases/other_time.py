"""Give a hold back and look at what else there is."""

from api_client import NotFound
from bot.dialogue.desk import Talk
from bot.dialogue.memory import Offer
from bot.dialogue.use_cases.instead import gone, united
from bot.dialogue.use_cases.let_go import let_go
from contracts.appointments import Appointment


async def other_time(talk: Talk, hold_id: int) -> Appointment | tuple[Offer, ...]:
    """The newest proposal again, what was held included: a wrong tap loses nothing. If it had nothing else, the
    nearest of the same specialty besides; none if there are none.

    The appointment, if the hold has become one: it is not cancelled by a button that says 'another time'.
    Raises ClinicClientError when the clinic does not answer.
    """
    kept = talk.memory.hold
    ours = kept.hold if kept is not None and kept.hold.hold_id == hold_id else None
    if not await let_go(talk, hold_id):
        try:
            return await talk.calls.appointment(hold_id)
        except NotFound:
            return ()
    listed = talk.memory.listed(talk.now)
    if len(listed) > 1 or ours is None:
        return listed
    nearest = await gone(talk, "let-go", (), ours)
    return talk.memory.show(united([*listed, *nearest.offers]))
