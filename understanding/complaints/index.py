"""Finds the entries that could occur in a clause without trying all of them."""

from collections.abc import Iterator
from functools import cache

from understanding.complaints.knowledge import Entry, entries
from understanding.phrases import Clause

_KEY = 3


@cache
def _table() -> dict[str, tuple[Entry, ...]]:
    """Entries by the first letters of the forms of their longest word."""
    table: dict[str, list[Entry]] = {}
    for entry in entries():
        anchor = max(entry.phrase.words, key=lambda word: min(len(form) for form in (*word.exact, *word.stems)))
        for key in {form[:_KEY] for form in (*anchor.exact, *anchor.stems)}:
            table.setdefault(key, []).append(entry)
    return {key: tuple(found) for key, found in table.items()}


def candidates(clause: Clause) -> Iterator[Entry]:
    """Entries whose longest word may be in the clause, each once."""
    seen: set[int] = set()
    for word in clause:
        for length in range(1, _KEY + 1):
            for entry in _table().get(word[:length], ()):
                if id(entry) not in seen:
                    seen.add(id(entry))
                    yield entry
