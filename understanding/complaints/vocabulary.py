"""The words that the knowledge uses, and how typed words that it does not know are led to them."""

from bisect import bisect_left
from collections.abc import Iterator
from functools import cache, lru_cache

from understanding.complaints.english import bases
from understanding.complaints.knowledge import elements, entries, ordinary_english, short_forms
from understanding.complaints.message import Vocabulary
from understanding.complaints.words import keys
from understanding.morphology import lemmas
from understanding.spelling import Speller
from understanding.text import edit_distance_one

_SHORTEST_ENGLISH = 7
_LONG_ENGLISH = 10
"""Shorter English words are mended when one letter is wrong: nobody here knows whether they are good words."""
_MANY = 40
"""A cut word that could become more words than this says nothing."""


@cache
def vocabulary() -> Vocabulary:
    """What the reader of messages asks about words."""
    known = frozenset(_words())
    russian = Speller(word for word in known if word.isalpha() and not word.isascii())
    english = Speller(word for word in known if word.isascii() and word.isalpha() and len(word) >= _SHORTEST_ENGLISH)
    ordered = sorted(known)

    def mend(form: str) -> frozenset[str]:
        """The keys of the word that was meant; none if nothing is near."""
        if form.isascii():
            plain = len(form) < _SHORTEST_ENGLISH or bases(form) & (known | ordinary_english())
            mended = None if plain else english.mend(form)
            near = mended and (len(form) >= _LONG_ENGLISH or edit_distance_one(form, mended))
            return keys(mended) if mended and near else frozenset()
        tried = (russian.mend(one) for one in (form, *lemmas(form)))
        return next((keys(mended) for mended in tried if mended), frozenset())

    def completions(beginning: str) -> frozenset[str]:
        """The known words that begin so."""
        first = bisect_left(ordered, beginning)
        last = bisect_left(ordered, beginning + "я" if not beginning.isascii() else beginning + "~")
        found = ordered[first:last]
        return frozenset(found) if len(found) <= _MANY else frozenset()

    always, cut = short_forms()["always"], short_forms()["cut"]
    return Vocabulary(known.__contains__, always, cut, lru_cache(5_000)(completions), lru_cache(20_000)(mend))


def _words() -> Iterator[str]:
    for element in elements().values():
        yield from element.keys
    for entry in entries():
        for part in entry.pattern.parts:
            for element in part.elements:
                if not element.negates:
                    yield from (key.lower() for key in element.keys if key[0] != "=")
