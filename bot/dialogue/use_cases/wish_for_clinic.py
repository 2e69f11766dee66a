"""What the clinic is told along with a booking: the patient's words, what was understood, and why this time."""

from agent.wanted.state import Wanted
from bot.dialogue.desk import Talk
from bot.dialogue.views.screen import cut
from bot.dialogue.views.wished import wished
from bot.texts import texts
from contracts.appointments import Appointment, Hold
from contracts.wishes import MOST_WORDS, Understood, Wish

MOST_TEXT = 255


def wish_of(talk: Talk, held: Hold | Appointment, slot_id: str | None = None) -> Wish:
    """`slot_id`: what was tapped; the reason is the one that it was proposed with. For managers, in their language."""
    memory, desk = talk.memory, talk.desk
    wanted = memory.wanted or Wanted()
    offer = memory.offer(slot_id) if slot_id is not None else None
    reason = _text(offer.reason, MOST_TEXT) if offer is not None else ""
    when = wished(texts(desk.language), wanted, desk.zone)
    understood = Understood(
        specialty=wanted.specialties[0] if wanted.specialties else held.specialty,
        doctor_id=wanted.doctors[0] if len(wanted.doctors) == 1 else None,
        wish=_text(when, MOST_TEXT) if when is not None else None,
        reasons=(reason,) if reason else (),
        source=memory.answered_by or "buttons",
    )
    words = "\n".join(memory.words) if desk.keeps_words else ""
    return Wish(description=_text(words, MOST_WORDS), understood=understood)


def _text(written: str, length: int) -> str:
    """As the service takes it: no control characters, which some keyboards send, and not too long."""
    allowed = "".join(one for one in written if one >= " " or one in "\n\t")
    return cut(allowed.encode("utf-8", "ignore").decode().strip(), length)
