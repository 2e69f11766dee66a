"""Give a hold back."""

from api_client import Conflict, NotFound
from bot.dialogue.desk import Talk


async def let_go(talk: Talk, hold_id: int) -> bool:
    """Whether it was a hold until now, or had gone by itself; False: it has become an appointment, or never was ours.

    Raises ClinicClientError when the clinic does not answer.
    """
    try:
        await talk.calls.release_hold(hold_id)
    except (NotFound, Conflict):
        return False
    finally:
        if talk.memory.hold is not None and talk.memory.hold.hold.hold_id == hold_id:
            talk.memory.hold = None
    return True
