"""The words about time, from `ru.yaml` and `en.yaml`, ready for look-up.

The alphabets differ, so one lexicon serves both languages and a mixed sentence.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from understanding.data import read
from understanding.dates.scan import scan
from understanding.text import edit_distance_one

CUES = frozenset({"trouble", "past", "wish", "counted", "labelled"})
"""Kinds that tell about the neighbourhood of a date; a word may have them beside its kind in the grammar."""

_SHORTEST_TYPED, _SHORTEST_FORGIVEN = 5, 6


@dataclass(frozen=True, slots=True)
class Form:
    """One form of a word or phrase: its words, what it is, and what it means (a number, a name or nothing)."""

    words: tuple[str, ...]
    kind: str
    value: int | str | None

    def fits(self, words: tuple[str, ...]) -> bool:
        """Whether the text's words from some place on begin with this form."""
        if len(words) < len(self.words):
            return False
        return all(
            word.startswith(own[:-1]) if own.endswith("*") else word == own
            for own, word in zip(self.words, words, strict=False)
        )


class Lexicon:
    """Forms by their first letter, longest first; cues by whole words and stems."""

    def __init__(self, forms: list[Form], forgiving: frozenset[str]) -> None:
        self.forms = forms
        self._grammar: dict[str, list[Form]] = {}
        self._cues: dict[str, list[Form]] = {}
        for form in sorted(forms, key=lambda f: (-len(f.words), f.words[0].endswith("*"), -len(f.words[0]))):
            table = self._cues if form.kind in CUES else self._grammar
            table.setdefault(form.words[0][0], []).append(form)
        self._forgiven = [
            form
            for form in forms
            if form.kind in forgiving and len(form.words) == 1 and len(form.words[0]) >= _SHORTEST_FORGIVEN
        ]

    def grammar(self, words: tuple[str, ...]) -> Form | None:
        """The longest form that the words begin with; failing that, a common word with one slip in it."""
        exact = next((form for form in self._grammar.get(words[0][0], ()) if form.fits(words)), None)
        if exact is not None or len(words[0]) < _SHORTEST_TYPED or self.cues(words):
            return exact
        return next((form for form in self._forgiven if edit_distance_one(words[0], form.words[0])), None)

    def cues(self, words: tuple[str, ...]) -> frozenset[str]:
        """What the word says about its neighbourhood."""
        return frozenset(form.kind for form in self._cues.get(words[0][0], ()) if form.fits(words))


@cache
def lexicon() -> Lexicon:
    """The lexicon of both languages, read once."""
    forms: list[Form] = []
    forgiving: set[str] = set()
    for name in ("ru.yaml", "en.yaml"):
        table = read(__package__, name)
        forgiving.update(table.pop("_typos"))
        forms.extend(_forms(table))
    return Lexicon(forms, frozenset(forgiving))


def _forms(table: dict[str, list[str] | dict[str, list[str]]]) -> Iterator[Form]:
    for kind, meaning in table.items():
        by_value = meaning if isinstance(meaning, dict) else {"": meaning}
        for value, spellings in by_value.items():
            for spelling in spellings:
                yield Form(_words(spelling), kind, _value(value))


def _value(text: str) -> int | str | None:
    return int(text) if text.removeprefix("-").isdigit() else text or None


def _words(spelling: str) -> tuple[str, ...]:
    stem = spelling.endswith("*")
    words = tuple(piece.text for piece in scan(spelling.removesuffix("*")))
    return (*words[:-1], words[-1] + "*") if stem else words
