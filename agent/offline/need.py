"""What a patient needs, from all their lines: the newest specialty, and the newest wish about time."""

from dataclasses import dataclass, field
from datetime import datetime
from functools import lru_cache
from typing import Literal

from agent.offline.talk import Talk
from understanding import complaints, dates
from understanding.dates import DateWish

FALLBACK = "therapist"
FOR_CHILDREN = "pediatrician"


@dataclass(frozen=True, slots=True)
class Need:
    specialties: tuple[str, ...] = ()
    """Best first; empty: not known yet."""
    wish: DateWish = field(default_factory=DateWish)
    new: bool = False
    """Whether the last line said anything about either."""

    @property
    def candidates(self) -> tuple[str, ...]:
        """Whom to look for, best first: the therapist comes last for everybody, and never for children."""
        if FOR_CHILDREN in self.specialties:
            return tuple(code for code in self.specialties if code != FALLBACK)
        return tuple(dict.fromkeys((*self.specialties, FALLBACK)))


def need(talk: Talk) -> Need:
    """A new date replaces the earlier one, a new complaint the earlier complaint; what was not said anew stays."""
    found = [_line(line, talk.language, talk.now) for line in talk.lines]
    specialties = next((specialties for specialties, _ in reversed(found) if specialties), ())
    wish = next((wish for _, wish in reversed(found) if _says_when(wish)), DateWish())
    last = found[-1] if found else ((), DateWish())
    return Need(specialties, wish, new=bool(last[0]) or _says_when(last[1]))


def _says_when(wish: DateWish) -> bool:
    return bool(wish.windows or wish.asap or wish.refused or wish.any_time)


@lru_cache(maxsize=128)
def _line(text: str, language: Literal["ru", "en"], now: datetime) -> tuple[tuple[str, ...], DateWish]:
    """One line, read once although every step of a turn asks again."""
    return tuple(complaints.rank(text, language)), dates.parse(text, language, now)
