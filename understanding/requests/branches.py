"""Which of the clinic's branches a message names: by a word of its name or of its address."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from understanding.morphology import lemmas, readings
from understanding.requests.clinic import KnownBranch
from understanding.requests.lexicon import lexicon
from understanding.requests.names.keys import key
from understanding.requests.words import Token, tokens

_AROUND = 3
_SHORTEST = 3


@dataclass(frozen=True, slots=True)
class Places:
    """Branches by number."""

    wanted: tuple[int, ...] = ()
    refused: tuple[int, ...] = ()


def named_branches(said: Sequence[Token], branches: tuple[KnownBranch, ...], *, open_question: bool = False) -> Places:
    """`open_question`: the patient was asked which branch suits, so nothing else needs to say that one is meant."""
    table = _distinctive(branches)
    wanted: dict[int, None] = {}
    refused: dict[int, None] = {}
    for place, token in enumerate(said):
        for name in _names_of(token.text):
            for branch_id in table.get(name, ()):
                if open_question or _is_meant(said, place):
                    (refused if _is_refused(said, place) else wanted)[branch_id] = None
    return Places(tuple(wanted), tuple(refused))


@lru_cache(maxsize=8)
def _distinctive(branches: tuple[KnownBranch, ...]) -> dict[str, tuple[int, ...]]:
    """Words that are not in the names of all branches, each with the branches that have it."""
    of_branch = {
        one.branch_id: {name for token in tokens(f"{one.name}, {one.address}") for name in _names_of(token.text)}
        for one in branches
    }
    counts = Counter(name for names in of_branch.values() for name in names)
    return {
        name: tuple(branch_id for branch_id, names in of_branch.items() if name in names)
        for name, count in counts.items()
        if count < len(branches)
    }


def _names_of(word: str) -> tuple[str, ...]:
    """How a word is looked up: by its key and the keys of its dictionary forms, in whatever alphabet it is."""
    generic = lexicon().generic
    if len(word) < _SHORTEST or word.isdigit() or word in generic or any(one in generic for one in lemmas(word)):
        return ()
    return tuple(dict.fromkeys(map(key, (*lemmas(word), word))))


def _is_meant(said: Sequence[Token], place: int) -> bool:
    """'На Садовой', 'в филиале у парка'; a park where somebody walked is no branch."""
    near = _before(said, place)
    exact, stems = lexicon().words("branch")
    if any(word in exact or word.startswith(stems) for word in (*near, *_after(said, place))):
        return True
    before = near[:1]
    is_place = bool(before) and before[0] in lexicon().words("branch_place")[0]
    return (is_place and (_is_street(said[place].text) or said[place].capital)) or said[place].capital


def _is_street(word: str) -> bool:
    """An adjective without its noun is a street's name: 'на Садовой'."""
    return readings(word)[0].part == "ADJF"


def _is_refused(said: Sequence[Token], place: int) -> bool:
    return any(word in lexicon().words("branch_not")[0] for word in _before(said, place))


def _before(said: Sequence[Token], place: int) -> list[str]:
    clause = said[place].clause
    return [said[n].text for n in range(place - 1, max(place - 1 - _AROUND, -1), -1) if said[n].clause == clause]


def _after(said: Sequence[Token], place: int) -> list[str]:
    clause = said[place].clause
    return [said[n].text for n in range(place + 1, min(place + 2, len(said))) if said[n].clause == clause]
