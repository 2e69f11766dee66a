"""A doctor whom the patient asks for by name of the specialty."""

from understanding.complaints.index import candidates
from understanding.complaints.knowledge import Entry
from understanding.negation import denied
from understanding.phrases import Clause, clauses

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
    taken: list[tuple[int, int, int, str]] = []
    for one in sorted(found, key=lambda hit: (hit[0], hit[1], -hit[2])):
        if not any(one[0] == other[0] and one[1] <= other[1] + other[2] - 1 for other in taken):
            taken.append(one)
    return tuple(dict.fromkeys(specialty for *_, specialty in taken))


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
