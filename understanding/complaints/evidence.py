"""What in a message speaks for which specialty."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from understanding.complaints.hints import hint
from understanding.complaints.index import candidates
from understanding.complaints.knowledge import Entry
from understanding.complaints.message import Message

HINT = "hint"
"""The topic of words that only hint."""

_OFTEN = 2
"""Beside whole phrases a word hints only if several phrases have it: in a single one it may be by chance."""
_TIMES = 5
"""A phrase counts once, so a message that repeats it without end need not be searched to its end."""
_EACH_WORD = 0.15
_MOST_WORDS = 3
"""How much more a phrase counts for each of its words after the first, and for how many of them."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """One thing that was said. `written`: the phrase of the knowledge, or a word that only hints; `said`: its words."""

    specialty: str
    topic: str
    written: str
    weight: float
    said: tuple[str, ...]


def gather(message: Message) -> tuple[Evidence, ...]:
    """All that counts, weightiest first: a phrase inside a longer one does not count, the same one once."""
    hits = [
        (entry, places)
        for entry in candidates(message)
        if not entry.is_name
        for places in islice(entry.pattern.occurrences(message), _TIMES)
    ]
    free = [(entry, places) for entry, places in hits if not _is_inside(entry, places, hits)]
    used = {place for _, places in hits for place in places}
    found = [*_of_entries(message, free), *_of_words(message, used)]
    return tuple(sorted(found, key=lambda one: -one.weight))


def _is_inside(entry: Entry, places: frozenset[int], hits: list[tuple[Entry, frozenset[int]]]) -> bool:
    """Whether a longer phrase that is at least as telling has all these words; said in two parts, none has."""
    return len(entry.pattern.parts) == 1 and any(
        places < others and entry.weight <= other.weight and len(other.pattern.parts) == 1 for other, others in hits
    )


def _of_entries(message: Message, hits: list[tuple[Entry, frozenset[int]]]) -> Iterator[Evidence]:
    """The heaviest first; what follows counts for its specialty by the part of its words that did not count yet."""
    used: dict[str, set[int]] = {}
    seen: set[int] = set()
    for entry, places in sorted(hits, key=lambda hit: (-hit[0].weight, -len(hit[1]), min(hit[1]))):
        taken = used.setdefault(entry.specialty, set())
        if id(entry) in seen:
            continue
        seen.add(id(entry))
        share = len(places - taken) / len(places)
        taken |= places
        if not share:
            continue
        weight = entry.weight * share * _telling(entry) * max(message.weights[place] for place in places)
        yield Evidence(entry.specialty, entry.topic, entry.pattern.written, weight, _said(message, places))


def _telling(entry: Entry) -> float:
    """More than 1 for a phrase of several words: it says more than the words of others in it."""
    words = sum(not element.negates for part in entry.pattern.parts for element in part.elements)
    return 1 + _EACH_WORD * min(words - 1, _MOST_WORDS)


def _of_words(message: Message, used: set[int]) -> Iterator[Evidence]:
    """Words that no whole phrase took, but that phrases of one specialty have."""
    for token in message.tokens:
        if not token.dotted and token.place not in used and token.place not in message.denied:
            for specialty, weight in hint(token.keys, _OFTEN if used else 1):
                weight *= message.weights[token.place]
                yield Evidence(specialty, HINT, token.form, weight, (token.form,))


def _said(message: Message, places: frozenset[int]) -> tuple[str, ...]:
    return tuple(message.tokens[place].form for place in sorted(places))
