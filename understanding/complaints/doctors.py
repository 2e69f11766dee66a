"""A doctor whom the patient asks for by name of the specialty."""

from collections.abc import Iterator
from functools import cache

from understanding.complaints.index import candidates
from understanding.complaints.knowledge import Entry, entries
from understanding.negation import denied
from understanding.phrases import Clause, clauses
from understanding.text import edit_distance_one

_SHORTEST_FORGIVEN = 7
_REFERRED = (
    "направил",
    "отправил",
    "посоветовал",
    "сказал",
    "назначил",
    "порекомендовал",
    "referred",
    "sent",
    "said",
    "told",
    "advised",
)
_VISITED = ("был", "была", "были", "ходил", "ходила", "saw", "visited", "seen")


def asked_for(text: str) -> tuple[str, ...]:
    """The specialties asked for by name, in the order of the text; not the doctor who referred or was visited."""
    found: list[tuple[int, int, int, str]] = []
    for number, clause in enumerate(clauses(text)):
        no = denied(clause)
        for entry in candidates(clause):
            if entry.is_name:
                found.extend(_in_clause(number, clause, entry, no))
        found.extend(_misspelt(number, clause, no))
    taken: list[tuple[int, int, int, str]] = []
    for one in sorted(found, key=lambda hit: (hit[0], hit[1], -hit[2])):
        if not any(one[0] == other[0] and one[1] <= other[1] + other[2] - 1 for other in taken):
            taken.append(one)
    return tuple(dict.fromkeys(specialty for *_, specialty in taken))


@cache
def _long_names() -> dict[str, list[tuple[str, str]]]:
    """Names of one long word by their first letter, with the specialty: those that may be misspelt."""
    table: dict[str, list[tuple[str, str]]] = {}
    for entry in entries():
        if entry.is_name and len(entry.phrase.words) == 1:
            for form in (*entry.phrase.words[0].exact, *entry.phrase.words[0].stems):
                if len(form) >= _SHORTEST_FORGIVEN:
                    table.setdefault(form[0], []).append((form, entry.specialty))
    return table


def _misspelt(number: int, clause: Clause, no: frozenset[int]) -> Iterator[tuple[int, int, int, str]]:
    """Names with one slip in them: 'кардеолога', 'dermatoligist'."""
    for place, word in enumerate(clause):
        names = _long_names().get(word[0], []) if len(word) >= _SHORTEST_FORGIVEN else []
        for name, specialty in names:
            cuts = (word[: len(name) + more] for more in (-1, 0, 1))
            if any(edit_distance_one(cut, name) for cut in cuts) and not _told_of(clause, place, place, no):
                yield number, place, 1, specialty


def _in_clause(number: int, clause: Clause, entry: Entry, no: frozenset[int]) -> list[tuple[int, int, int, str]]:
    hits = []
    for places in entry.phrase.occurrences(clause):
        first, last = min(places), max(places)
        if not _told_of(clause, first, last, no):
            hits.append((number, first, last - first + 1, entry.specialty))
    return hits


def _told_of(clause: Clause, first: int, last: int, no: frozenset[int]) -> bool:
    """Whether the doctor is only mentioned: refused, the one who referred, or one visited before."""
    refused = any(place in no for place in range(max(first - 1, 0), last + 1))
    referring = any(word.startswith(_REFERRED) for word in clause[last + 1 : last + 3])
    visited = any(word in _VISITED for word in clause[max(first - 3, 0) : first])
    return refused or referring or visited
