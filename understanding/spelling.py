"""Slips of the keyboard: the word of a vocabulary that was meant.

Optimal string alignment distance (a letter missing, extra, wrong, or two neighbours swapped), by rapidfuzz.
"""

from collections.abc import Iterable
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from understanding.morphology import is_word

SHORTEST = 4
"""Shorter words are too near to one another to be mended."""
LONG = 8
"""From this length on two slips are mended."""


class Speller:
    """Mends towards one vocabulary (normalised words). Build it once: it is an index, and remembers what it mended."""

    def __init__(self, vocabulary: Iterable[str]) -> None:
        self._known = frozenset(vocabulary)
        self._by_length: dict[int, list[str]] = {}
        for word in sorted(self._known):
            self._by_length.setdefault(len(word), []).append(word)
        self.mend = lru_cache(maxsize=20_000)(self._mend)

    def _mend(self, word: str) -> str | None:
        """The nearest word of the vocabulary; None if it is in there, is another good word, or none is near.

        The first letter is trusted, except in a swap of the first two; of equally near words the alphabet decides.
        """
        if len(word) < SHORTEST or word in self._known or is_word(word):
            return None
        slips = 2 if len(word) >= LONG else 1
        near = [one for size in range(-slips, slips + 1) for one in self._by_length.get(len(word) + size, ())]
        near = [one for one in near if one[0] == word[0] or one[:2] == word[1::-1]]
        found = process.extractOne(word, near, scorer=OSA.distance, score_cutoff=slips)
        return found[0] if found else None
