"""Which of the clinic's doctors a message names, and which of them it refuses."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from rapidfuzz.distance import OSA

from understanding.morphology import is_word, readings
from understanding.requests.clinic import KnownDoctor
from understanding.requests.names import context
from understanding.requests.names.forms import NamePart, name_part
from understanding.requests.names.keys import key
from understanding.requests.words import Token

SHORTEST, SHORTEST_FORGIVEN, LONG = 3, 5, 8
"""Letters: of a part of a name at all, of one that may have a slip in it, of one that may have two."""
ALONE = 3
"""In a message of so few words a surname needs nothing around it."""

EXACT, SOUNDS, NEAR = 6, 4, 2
"""How well a word fits a part of a name: as a form of it, in another alphabet, with a slip in it."""
IN_CASE = 1
"""More if it also stands in the case that the words before ask for: 'к Иванову' is no 'Иванова'."""


@dataclass(frozen=True, slots=True)
class Named:
    """The doctors that a message names, by number. Several of one name are several candidates."""

    wanted: tuple[int, ...] = ()
    refused: tuple[int, ...] = ()
    unknown: bool = False
    """Somebody is named whom the clinic does not have."""


@dataclass(slots=True)
class _Run:
    """Neighbouring words that are parts of names."""

    first: int
    last: int
    hits: dict[int, dict[int, int]] = field(default_factory=dict)
    """For each word: how well it fits which doctor."""


def named(tokens: Sequence[Token], doctors: tuple[KnownDoctor, ...], *, open_question: bool = False) -> Named:
    """`open_question`: the patient was asked which of these doctors is meant, so that a given name alone is enough."""
    wanted: list[tuple[int, ...]] = []
    refused: list[int] = []
    for run in _runs(tokens, doctors, open_question):
        best = _best(run)
        if context.is_refused(tokens, run.first, run.last):
            refused += best
        elif not context.is_told_of(tokens, run.first, run.last):
            wanted.append(best)
    known = tuple(dict.fromkeys(one for best in wanted for one in best))
    unknown = not (known or refused) and any(_names_somebody(tokens, place) for place in range(len(tokens)))
    return Named(known, tuple(dict.fromkeys(refused)), unknown)


def _runs(tokens: Sequence[Token], doctors: tuple[KnownDoctor, ...], open_question: bool) -> Iterator[_Run]:
    index = _index(doctors)
    run: _Run | None = None
    for place, token in enumerate(tokens):
        next_to = run is not None and run.last == place - 1 and tokens[run.last].clause == token.clause
        hits = _hits(tokens, place, index, sure=open_question or next_to)
        if run is not None and (not next_to or not hits):
            yield run
            run = None
        if hits:
            run = run or _Run(place, place)
            run.last, run.hits[place] = place, hits
    if run is not None:
        yield run


def _best(run: _Run) -> tuple[int, ...]:
    """The doctors whom most of the words fit, and best."""
    scores: dict[int, int] = {}
    for hits in run.hits.values():
        for doctor_id, score in hits.items():
            scores[doctor_id] = scores.get(doctor_id, 0) + score
    top = max(scores.values())
    return tuple(doctor_id for doctor_id, score in scores.items() if score == top)


@dataclass(frozen=True, slots=True)
class _Index:
    """What forms and keys lead to whom."""

    forms: dict[str, dict[int, NamePart]]
    keys: dict[str, dict[int, NamePart]]
    surnames: dict[str, list[tuple[str, int, NamePart]]]
    """Keys of surnames by their first letter, with whose they are."""


@lru_cache(maxsize=8)
def _index(doctors: tuple[KnownDoctor, ...]) -> _Index:
    index = _Index({}, {}, {})
    for doctor in doctors:
        for written in doctor.full_name.replace(".", " ").split():
            if len(written) < SHORTEST:
                continue
            part = name_part(written, doctor.gender)
            for form in part.forms:
                index.forms.setdefault(form, {})[doctor.doctor_id] = part
            for one in part.keys:
                index.keys.setdefault(one, {})[doctor.doctor_id] = part
                if part.kind == "surname" and one:
                    index.surnames.setdefault(one[0], []).append((one, doctor.doctor_id, part))
    return index


def _hits(tokens: Sequence[Token], place: int, index: _Index, *, sure: bool) -> dict[int, int]:
    word = tokens[place].text
    if len(word) < SHORTEST:
        return {}
    found = {one: (part, EXACT) for one, part in index.forms.get(word, {}).items()}
    if not found:
        found = {one: (part, SOUNDS) for one, part in index.keys.get(key(word), {}).items()}
    hits = {
        one: score + _in_case(tokens, place, part.keys.get(key(word), frozenset()))
        for one, (part, score) in found.items()
        if sure or _stands(tokens, place, part, score)
    }
    return hits or _misspelt(tokens, place, index, sure=sure)


def _in_case(tokens: Sequence[Token], place: int, cases: frozenset[str]) -> int:
    return IN_CASE if cases & context.cases_asked_for(tokens, place) else 0


def _stands(tokens: Sequence[Token], place: int, part: NamePart, score: int) -> bool:
    """Whether a word that is in a doctor's name is meant as one here."""
    if part.kind == "given":
        return context.titled(tokens, place) or _a_surname_follows(tokens, place)
    if context.meant(tokens, place) or tokens[place].capital or len(tokens) <= ALONE:
        return True
    return score == EXACT and _is_surname(tokens[place].text)


def _a_surname_follows(tokens: Sequence[Token], place: int) -> bool:
    return place + 1 < len(tokens) and _is_surname(tokens[place + 1].text) and tokens[place + 1].capital


def _is_surname(word: str) -> bool:
    """Whether the dictionary reads the form as a surname first."""
    return "Surn" in readings(word)[0].grammemes


def _misspelt(tokens: Sequence[Token], place: int, index: _Index, *, sure: bool) -> dict[int, int]:
    word = tokens[place].text
    if len(word) < SHORTEST_FORGIVEN or (is_word(word) and not _is_surname(word)):
        return {}
    if not (sure or context.meant(tokens, place) or tokens[place].capital):
        return {}
    typed = key(word)
    slips = 2 if len(typed) >= LONG else 1
    near: list[tuple[int, int, int]] = []
    for meant, doctor_id, part in index.surnames.get(typed[:1], []):
        distance = OSA.distance(typed, meant, score_cutoff=slips)
        if distance <= slips:
            near.append((distance, -_in_case(tokens, place, part.keys[meant]), doctor_id))
    best = min(near, default=(0, 0, 0))
    return {doctor_id: NEAR for distance, case, doctor_id in near if (distance, case) == best[:2]}


def _names_somebody(tokens: Sequence[Token], place: int) -> bool:
    """'К Кузнецовой', 'Dr Smith': a doctor's title, and a word that reads as a surname."""
    word = tokens[place]
    if len(word.text) < SHORTEST or not context.meant(tokens, place):
        return False
    if context.is_told_of(tokens, place, place) or context.is_refused(tokens, place, place):
        return False
    if word.text.isascii():
        return word.capital and context.titled(tokens, place)
    return _is_surname(word.text) and (word.capital or not {"Name", "Geox"} & readings(word.text)[0].grammemes)
