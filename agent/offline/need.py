"""What is searched for: the wish of the state, spelled out as windows."""

from dataclasses import dataclass

from agent.offline.choose import FoundSlot, start_of
from agent.offline.talk import Talk
from agent.wanted.merge import FALLBACK
from agent.wanted.times import effective, hours_of, spans, stretches, when_of, windows
from understanding.dates import DateWish


@dataclass(frozen=True, slots=True)
class Need:
    specialties: tuple[str, ...]
    """Best first; empty if a doctor is wanted by name."""
    wish: DateWish
    child: bool = False
    than: bool = False
    """Other times than those shown are wanted."""
    hours: tuple[int, int] | None = None
    """Minutes of the day, if all windows have the same ones."""

    @property
    def candidates(self) -> tuple[str, ...]:
        """Whom to look for, best first: the therapist comes last for everybody, and never for children."""
        if self.child:
            return tuple(code for code in self.specialties if code != FALLBACK)
        return tuple(dict.fromkeys((*self.specialties, FALLBACK)))


def need(talk: Talk) -> Need:
    wanted = talk.wanted
    wished = effective(when_of(wanted), talk.now)
    refused = windows(wanted.refused)
    wish = DateWish(windows=wished, asap=wanted.asap, refused=refused)
    hours = hours_of(spans(stretches(wished), talk.now))
    return Need(wanted.specialties, wish, wanted.child, wanted.than is not None, hours)


def unseen(slots: list[FoundSlot], talk: Talk) -> list[FoundSlot]:
    """Without what the patient has been shown and wants no more."""
    seen = {(one.doctor_id, one.start) for one in talk.wanted.seen}
    return [slot for slot in slots if (slot["doctor_id"], start_of(slot)) not in seen]
