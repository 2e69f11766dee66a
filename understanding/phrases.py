"""Phrases of data files and where they occur in a text: the look-up that complaints and red flags share.

A phrase is written as people say it: `горл* <болит>`. A final * stands for any ending, <name> for any word of a list
that the same file names, and the words may stand in any order within one clause, a few words apart.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from understanding.text import normalise

_WORDS = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*|[0-9]+(?:[.,][0-9]+)?|[.,;:!?()\n]")
_BORDERS = frozenset(".,;:!?()\n")
_BORDER_WORDS = frozenset({"но", "а", "зато", "однако", "but", "however", "though"})
NEGATORS = frozenset(
    {
        "не",
        "нет",
        "ни",
        "без",
        "незачем",
        "not",
        "no",
        "without",
        "can't",
        "cannot",
        "cant",
        "won't",
        "don't",
        "isn't",
        "doesn't",
        "hasn't",
    }
)
_TRAILING = frozenset({"нет", "незачем"})
"""Negators that may also stand behind their word: 'воздуха нет'."""
_APART = 4
"""How many other words may stand between the words of a phrase."""

Clause = tuple[str, ...]


def clauses(text: str) -> tuple[Clause, ...]:
    """The words of a text, cut at punctuation and at 'but'."""
    result: list[Clause] = []
    words: list[str] = []
    for piece in _WORDS.findall(normalise(text)):
        if piece in _BORDERS or piece in _BORDER_WORDS:
            result.append(tuple(words))
            words = []
        else:
            words.append(piece)
    result.append(tuple(words))
    return tuple(clause for clause in result if clause)


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a phrase: exact forms and stems that fit it."""

    exact: frozenset[str]
    stems: tuple[str, ...]

    def fits(self, word: str) -> bool:
        return word in self.exact or word.startswith(self.stems)


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that must all occur in one clause, near each other, in any order; but 'not' right before its word."""

    written: str
    words: tuple[Word, ...]

    def occurrences(self, clause: Clause) -> Iterator[frozenset[int]]:
        """The places of its words, once for every place of its first word."""
        for start, word in enumerate(clause):
            if self.words[0].fits(word) and (found := self._around(clause, start)):
                yield found

    def _around(self, clause: Clause, start: int) -> frozenset[int] | None:
        taken = {start}
        reach = len(self.words) - 1 + _APART
        near = sorted(range(max(0, start - reach), min(len(clause), start + reach + 1)), key=lambda i: abs(i - start))
        for wanted in self.words[1:]:
            place = next((i for i in near if i not in taken and wanted.fits(clause[i])), None)
            if place is None:
                return None
            taken.add(place)
        if max(taken) - min(taken) > reach or not self._negators_stand(clause, taken):
            return None
        return frozenset(taken)

    def _negators_stand(self, clause: Clause, taken: set[int]) -> bool:
        """Whether each 'not' of the phrase stands before another of its words."""
        negators = {place for place in taken if clause[place] in NEGATORS}
        if not self.denies:
            return True
        return any(
            {place + 1, place + 2} & (taken - negators) or (clause[place] in _TRAILING and place - 1 in taken)
            for place in negators
        )

    @property
    def denies(self) -> bool:
        """Whether the phrase itself says 'not' ('не слышу', 'can't sleep')."""
        return any(word.exact & NEGATORS for word in self.words)


def phrase(written: str, lists: Mapping[str, Sequence[str]]) -> Phrase:
    """A phrase from its written form; raises KeyError for a <list> that the file does not name."""
    return Phrase(
        written, tuple(_word(part, lists) for part in written.replace("ё", "е").replace("-", " ").lower().split())
    )


def _word(written: str, lists: Mapping[str, Sequence[str]]) -> Word:
    forms = lists[written[1:-1]] if written.startswith("<") else [written]
    forms = [form.replace("ё", "е") for form in forms]
    return Word(
        exact=frozenset(form for form in forms if not form.endswith("*")),
        stems=tuple(form.removesuffix("*") for form in forms if form.endswith("*")),
    )


def phrases(written: Iterable[str], lists: Mapping[str, Sequence[str]]) -> tuple[Phrase, ...]:
    """Phrases from their written forms."""
    return tuple(phrase(one, lists) for one in written)
