"""How much a message sounds like an emergency: weighted signs, beside the rules.

The rules know phrases; a wording that nobody thought of passes them. Here every word, beginning of a word and pair of
neighbours has a weight, learned from sentences that were written for it (see `signs/README.md`), and their sum tells
what the message sounds like. What each weighs stands in `signs/*.tsv`, one a line, to be read and corrected.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from understanding.morphology import lemmas
from understanding.redflags.words import Word

EVERY_MESSAGE = "@message"
"""The sign of every message: what speaks for an emergency before a word is read."""
BEGINNINGS = (3, 4, 5, 6)
"""How many letters of a longer word are signs: so a slip at its end, or another ending, is still near."""
APART = 2
"""Pairs are of words at most so far apart in a clause."""
SENTENCE = 400
"""What a sentence must weigh more than a message to speak for it: around it, others may explain it."""


@dataclass(frozen=True, slots=True)
class Weights:
    """What signs weigh, in thousandths of what sentences of the training are kept apart by."""

    of: Mapping[str, int]

    def heaviest(self, sentences: Sequence[Collection[str]]) -> int:
        """The weight of a message of sentences of signs, or of its heaviest sentence if that is by far more.

        An emergency told between harmless sentences stays one.
        """
        whole = self._sum(frozenset().union(*sentences))
        if len(sentences) < 2:
            return whole
        return max(whole, max(self._sum(signs) for signs in sentences) - SENTENCE)

    def _sum(self, signs: Collection[str]) -> int:
        return self.of.get(EVERY_MESSAGE, 0) + sum([self.of.get(sign, 0) for sign in signs])


def signs_of(words: Sequence[Word], denied: Collection[int], figures: Collection[int]) -> list[frozenset[str]]:
    """The signs of each sentence of a message: see `_signs`."""
    found: dict[int, set[str]] = {}
    for sign, place in _signs(words, denied, figures):
        found.setdefault(words[place].sentence, set()).add(sign)
    return [frozenset(signs) for signs in found.values()]


def _signs(words: Sequence[Word], denied: Collection[int], figures: Collection[int]) -> Iterator[tuple[str, int]]:
    """The signs of a message and where they stand, some more than once.

        боль, hurts         a word, in its dictionary form if it is Russian; any figure is '#'
        зады*, swoll*       how a word begins
        синий губа          two words near one another in a clause
        не_боль             denied; '@fever', '@infant' and the like are measures

    `figures`: words of figures of speech; they are no signs. Words of stories, questions and the past are: what they
    mean is weighed like every other word.
    """
    last: list[tuple[int, str]] = []
    for place, word in enumerate(words):
        if place in figures:
            continue
        no = "не_" if place in denied else ""
        number = word.text[0].isdigit()
        name = no + ("#" if number else lemmas(word.text)[0])
        yield name, place
        for size in BEGINNINGS:
            if len(word.text) > size and not number:
                yield f"{no}{word.text[:size]}*", place
        for form in word.forms:
            if form[0] == "@":
                yield form, place
        for before, other in last:
            if place - before <= APART and words[before].clause == word.clause:
                yield f"{other} {name}", place
        last = [*last[-APART + 1 :], (place, name)]


@cache
def weights(name: str) -> Weights:
    """The weights of a file of `signs/`; raises ValueError for a line that is no weight and sign, or a sign that comes
    twice."""
    of: dict[str, int] = {}
    text = files(__package__).joinpath("signs", f"{name}.tsv").read_text(encoding="utf-8")
    for number, line in enumerate(text.splitlines(), start=1):
        if not line or line.startswith("//"):
            continue
        weight, tab, sign = line.partition("\t")
        if not tab or not sign or sign in of:
            raise ValueError(f"{name}.tsv, line {number}: {line!r}")
        of[sign] = int(weight)
    return Weights(of)
