"""What the words around atoms do to them: refuse them, or show that they tell of the past or of the trouble."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from understanding.dates.atoms import Atom, Bygone, Days, Hours, Part, Weekdays
from understanding.dates.rules import Item
from understanding.dates.tokens import Token

_TRANSPARENT = frozenset({"at", "on", "by", "from", "only", "around", "in", "this", "or", "and", "not", "until"})
"""Between 'not' and what it refuses."""
_INFINITIVES = ("ть", "ти", "чь", "ться", "тись")


@dataclass(frozen=True, slots=True)
class Meant:
    """An atom of the wish: whether it is refused, and what led to it: 'or', 'comma', 'stop', 'but' or nothing.

    `again`: it has a 'not' of its own: 'not Tuesday and not Wednesday morning' are two refusals.
    """

    atom: Atom
    refused: bool
    link: str
    again: bool = False


@dataclass(frozen=True, slots=True)
class Carried:
    """A refusal that goes on behind a comma, for more of the same: 'except Monday, Tuesday and Friday'."""

    refusing: str = ""
    last: Atom | None = None

    def goes_for(self, atom: Atom) -> bool:
        """Whether the atom is of the same sort as the last refused one; a whole week is never in such a list."""
        return type(atom) is type(self.last) and not (isinstance(atom, Days) and atom.loose)


def meant(items: Sequence[Item]) -> list[Meant]:
    """The atoms that belong to the wish, in order."""
    result: list[Meant] = []
    link = ""
    carried = Carried()
    for clause in _clauses(items):
        kept, carried = _of_clause(clause, carried)
        for one in kept:
            result.append(replace(one, link=one.link or link))
            link = ""
        link = _border(clause) or link
    return result


def _clauses(items: Sequence[Item]) -> Iterator[list[Item]]:
    """Cut at commas, stops and 'but'; the border ends its clause."""
    clause: list[Item] = []
    for item in items:
        clause.append(item)
        if isinstance(item, Token) and item.kind in ("comma", "stop", "but"):
            yield clause
            clause = []
    yield clause


def _border(clause: Sequence[Item]) -> str:
    last = clause[-1] if clause else None
    return last.kind if isinstance(last, Token) and last.kind in ("comma", "stop", "but") else ""


def _of_clause(clause: Sequence[Item], carried: Carried) -> tuple[list[Meant], Carried]:
    """The clause's atoms, and the refusal that goes on behind its comma."""
    told = _told(clause)
    all_refused = _cannot(clause)
    refusing, link, again = carried.refusing, "", False
    kept: list[Meant] = []
    for place, item in enumerate(clause):
        if isinstance(item, Token):
            refusing = _refusal_after(item, refusing)
            carried = carried if refusing == carried.refusing else Carried()
            link = "or" if item.kind in ("or", "and") else link
            again = again or item.kind in ("not", "except")
        elif not isinstance(item, Bygone):
            if carried.refusing and not carried.goes_for(item):
                refusing, carried = "", Carried()
            if place not in told:
                kept.append(Meant(item, bool(refusing) or all_refused, link, again))
            link, again = "", False
    if refusing != "except" or _border(clause) != "comma" or not kept:
        return kept, Carried()
    return kept, Carried(refusing, kept[-1].atom)


def _refusal_after(token: Token, refusing: str) -> str:
    if token.kind in ("not", "except"):
        return token.kind
    if token.kind in ("stop", "but") or (token.kind == "comma" and refusing == "not"):
        return ""
    if refusing == "except" and "wish" in token.cues:
        return ""
    return "" if refusing == "not" and token.kind not in _TRANSPARENT else refusing


def _cannot(clause: Sequence[Item]) -> bool:
    """Whether the clause says that its times will not do."""
    for place, item in enumerate(clause):
        if not isinstance(item, Token):
            continue
        if item.kind == "cannot":
            return True
        if item.kind == "unable" and not _other_verb(clause[place + 1 : place + 2]):
            return True
    return False


def _other_verb(following: Sequence[Item]) -> bool:
    """'Can't sleep', 'не могу наступить': what one cannot do is not to come."""
    token = following[0] if following else None
    if not isinstance(token, Token) or token.kind != "word":
        return False
    return token.text.isascii() or token.text.endswith(_INFINITIVES)


def _told(clause: Sequence[Item]) -> set[int]:
    """Places of the atoms that tell of the past ('fell on Monday') or of the trouble ('hurts in the mornings')."""
    told: set[int] = set()
    segment: list[int] = []
    cues: set[str] = set()
    for place, item in enumerate([*clause, None]):
        here = item.cues if isinstance(item, Token) else frozenset()
        if isinstance(item, Token) and item.kind == "unable" and _other_verb(clause[place + 1 : place + 2]):
            here |= {"trouble"}
        if item is None or "wish" in here:
            told |= _told_in(clause, segment, cues)
            segment, cues = [], set()
        cues |= here
        segment.append(place)
    return told


def _told_in(clause: Sequence[Item], segment: Sequence[int], cues: set[str]) -> set[int]:
    atoms = {place: item for place in segment if not isinstance(item := clause[place], Token)}
    if "past" in cues and "wish" not in cues:
        return set(atoms)
    if "trouble" not in cues:
        return set()
    days = [atom for atom in atoms.values() if isinstance(atom, Days | Weekdays) and not _open(atom)]
    return {
        place
        for place, atom in atoms.items()
        if _open(atom)
        or (isinstance(atom, Part) and (atom.habit or (not days and "wish" not in cues)))
        or (isinstance(atom, Hours) and not days and "wish" not in cues)
    }


def _open(atom: Atom) -> bool:
    return isinstance(atom, Days) and atom.last is None
