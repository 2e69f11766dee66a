"""Times that are told, not wished: of the past ('fell on Monday') and of the trouble ('hurts in the mornings')."""

from collections.abc import Iterator, Sequence

from understanding.dates.atoms import Atom, Days, Hours, Part, Weekdays
from understanding.dates.clauses import Clause
from understanding.dates.predicates import cannot, other_verb
from understanding.dates.tokens import Token

_SOMEBODY = frozenset(["i", "he", "she", "it", "they", "his", "her", "we"])


def told(clause: Clause) -> frozenset[int]:
    """Places of the atoms that are told only."""
    places: set[int] = set()
    for segment, cues in _segments(clause):
        places |= _told_in(clause, segment, cues)
    return frozenset(places | _cancelled(clause) | _hours_of_a_lack(clause))


def _wishes(clause: Clause, place: int, item: Token) -> bool:
    """A word of wishing; in 'не могу есть' it is none."""
    before = clause.items[place - 1] if place else None
    unable = isinstance(before, Token) and before.kind == "unable" and other_verb(clause, place - 1)
    asks = item.cues & {"wish", "can"} or item.kind in ("freed", "polite", "notonly")
    return bool(asks) and not unable


def _denied_verb(clause: Clause, place: int) -> bool:
    """'не помогает с пятницы'."""
    token, before = clause.items[place], clause.items[place - 1] if place else None
    if not isinstance(token, Token) or not isinstance(before, Token) or before.kind != "not":
        return False
    return bool(token.cues & {"does", "ido"}) and not token.cues & {"wish", "can"}


def _hours_of_a_lack(clause: Clause) -> set[int]:
    """'I don't see well in the evening': hours without a day, in a clause that denies something."""
    atoms = clause.atoms()
    if not clause.has("negation") or any(isinstance(atom, Days | Weekdays) for atom in atoms.values()):
        return set()
    return {place for place, atom in atoms.items() if isinstance(atom, Part | Hours)}


def _cancelled(clause: Clause) -> set[int]:
    """'Отмените запись на завтра' wishes no tomorrow, unless another is asked for behind it."""
    cancels = [place for place, item in enumerate(clause.items) if isinstance(item, Token) and "cancel" in item.cues]
    if not cancels:
        return set()
    again = [place for place, item in enumerate(clause.items) if isinstance(item, Token) and "can" in item.cues]
    end = min((place for place in again if place > cancels[0]), default=len(clause.items))
    return {place for place in clause.atoms() if place < end}


def _segments(clause: Clause) -> Iterator[tuple[list[int], set[str]]]:
    """Stretches between words of wishing, with the cues in each; the word itself begins the next one."""
    places: list[int] = []
    cues: set[str] = set()
    for place, item in enumerate(clause.items):
        here: set[str] = set()
        if isinstance(item, Token):
            here = set(item.cues)
            if item.kind == "unable" and other_verb(clause, place):
                here |= {"trouble"}
            if (
                _wishes(clause, place, item)
                or (item.kind == "come" and "willdo" in item.cues)
                or (cannot(clause, place) and item.kind != "no")
            ):
                yield places, cues
                places, cues = [], {"visit"} if here & {"visit"} and not here & {"wish", "can"} else {"wish"}
            if "wish" not in here and _denied_verb(clause, place):
                here |= {"trouble"}
        cues |= here
        places.append(place)
    yield places, cues


def _told_in(clause: Clause, places: Sequence[int], cues: set[str]) -> set[int]:
    atoms = {place: clause.atoms()[place] for place in places if place in clause.atoms()}
    asks = "wish" in cues or "can" in cues
    wishes = asks or "visit" in cues
    past = bool(cues & {"past", "pastverb"})
    if past and not asks:
        return {place for place, atom in atoms.items() if not (isinstance(atom, Days) and atom.ahead)}
    suffers = "trouble" in cues
    lasts = (
        suffers or (bool(cues & {"does", "ido", "willdo"}) and not wishes) or (not wishes and _english_habit(clause))
    )
    if not lasts:
        return set()
    days = [atom for atom in atoms.values() if isinstance(atom, Days | Weekdays) and not _lasting(atom)]
    bare = not wishes and not days
    result = {place for place, atom in atoms.items() if suffers and _lasting(atom)}
    result |= {
        place
        for place, atom in atoms.items()
        if isinstance(atom, Part | Hours) and (bare or (isinstance(atom, Part) and atom.habit and suffers))
    }
    if suffers and not wishes and _only_today(atoms, clause):
        result |= set(atoms)
    return result


def _english_habit(clause: Clause) -> bool:
    """'I go to bed at 11': a sentence about somebody, without a word of wishing."""
    words = [token.text for token in clause.tokens if token.kind == "word" and token.text.isascii()]
    return len(words) > 2 and not _SOMEBODY.isdisjoint(words)


def _lasting(atom: Atom) -> bool:
    return isinstance(atom, Days) and atom.lasting


def _only_today(atoms: dict[int, Atom], clause: Clause) -> bool:
    """'Сегодня болит голова' tells of today; 'болит голова, сегодня' asks for it."""
    days = [(place, atom) for place, atom in atoms.items() if isinstance(atom, Days)]
    if len(days) != 1 or any(isinstance(atom, Weekdays) for atom in atoms.values()):
        return False
    place, atom = days[0]
    trouble = [i for i, item in enumerate(clause.items) if isinstance(item, Token) and "trouble" in item.cues]
    return atom.today and bool(trouble) and place < max(trouble)
