"""The specialties that a text leads to, best first."""

from collections import Counter
from typing import Literal

from understanding.complaints.ages import is_child
from understanding.complaints.doctors import asked_for
from understanding.complaints.index import candidates
from understanding.complaints.knowledge import Entry, specialties
from understanding.negation import denied
from understanding.phrases import Clause, clauses

Lang = Literal["ru", "en"]
_CHILDRENS_DOCTOR = "pediatrician"


def rank(text: str, lang: Lang) -> tuple[str, ...]:
    """Codes of the specialties that a message leads to, best first; empty when nothing is recognised.

    Doctors asked for by name come first, then for a child the paediatrician, then what the complaints add up to;
    denied symptoms do not count. Both languages are always read, `lang` is the patient's own and decides nothing yet.
    """
    del lang
    names = asked_for(text)
    child = (_CHILDRENS_DOCTOR,) if is_child(text) else ()
    scores: Counter[str] = Counter()
    for clause in clauses(text):
        scores.update(_scores(clause))
    order = {code: place for place, code in enumerate(specialties())}
    by_score = sorted(scores, key=lambda code: (-scores[code], order[code]))
    return tuple(dict.fromkeys((*names, *child, *by_score)))


def named(text: str, lang: Lang) -> str | None:
    """The specialty asked for by a doctor's name ('к окулисту'), the first if several; None if none is."""
    del lang
    return next(iter(asked_for(text)), None)


def _scores(clause: Clause) -> Counter[str]:
    """The weights of a clause: of entries over the same words, a specialty counts the heaviest."""
    no = denied(clause)
    hits: list[tuple[Entry, frozenset[int]]] = []
    for entry in candidates(clause):
        if not entry.is_name:
            hits.extend((entry, places) for places in entry.phrase.occurrences(clause) if _stands(entry, places, no))
    scores: Counter[str] = Counter()
    used: dict[str, set[int]] = {}
    for entry, places in sorted(hits, key=lambda hit: (-hit[0].weight, -len(hit[1]))):
        taken = used.setdefault(entry.specialty, set())
        if not places & taken:
            scores[entry.specialty] += entry.weight
        taken |= places
    return scores


def _stands(entry: Entry, places: frozenset[int], no: frozenset[int]) -> bool:
    """Whether the phrase is not denied; one that denies by itself ('не слышу') always stands."""
    return entry.phrase.denies or not places & no
