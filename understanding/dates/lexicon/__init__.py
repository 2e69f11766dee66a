"""The words about time, from `ru.yaml` and `en.yaml`, ready for look-up.

The alphabets differ, so one lexicon serves both languages and a mixed sentence.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from understanding.data import read
from understanding.morphology import inflected

CUES = frozenset(
    {"trouble", "past", "wish", "can", "counted", "labelled", "event", "affair", "cancel", "visit", "thing", "hours"}
)
"""Kinds that tell about the neighbourhood of a date; a word may have them beside its kind in the grammar."""

_MENDED_FROM = 5
"""Shorter words are not mended: too many others are near."""


@dataclass(frozen=True, slots=True)
class Form:
    """One form of a word or phrase: its words, what it is, and what it means (a number, a name or nothing)."""

    words: tuple[str, ...]
    kind: str
    value: int | str | None

    def fits(self, words: Sequence[str]) -> bool:
        """Whether the text's words from some place on begin with this form."""
        if len(words) < len(self.words):
            return False
        for own, word in zip(self.words, words, strict=False):
            if own != word and not (own[-1] == "*" and word.startswith(own[:-1])):
                return False
        return True


class Lexicon:
    """Forms by their first word, longest first; cues by whole words and stems."""

    def __init__(self, forms: Sequence[Form], lists: Mapping[str, frozenset[str]]) -> None:
        self.forms = forms
        self.lists = lists
        """Plain lists of words, by the name that they have in the files without its '_'."""
        self._grammar = _Table(form for form in forms if form.kind not in CUES)
        self._cues = _Table(form for form in forms if form.kind in CUES)
        plain = {word for form in forms for word in form.words if not word.endswith("*")}
        self.words = frozenset(word for form in forms for word in form.words)
        """All words and stems ('следующ*') of the forms."""
        self.known = frozenset(plain) | lists["guarded"]
        """Words that are no slips of others."""
        self.mended = frozenset(
            word
            for form in forms
            if form.kind in lists["typos"]
            for word in form.words
            if len(word) >= _MENDED_FROM and not word.endswith("*")
        )
        """Words that slips are mended to."""
        self.kinds: dict[str, str] = {form.words[0]: form.kind for form in forms if len(form.words) == 1}

    def grammar(self, words: Sequence[str]) -> Form | None:
        """The longest form that the words begin with."""
        return next(self._grammar.fitting(words), None)

    def cues(self, words: Sequence[str]) -> frozenset[str]:
        """What the word says about its neighbourhood."""
        return frozenset(form.kind for form in self._cues.fitting(words))


class _Table:
    """Forms to look up by the first word of a text: whole words, or stems of three letters and more."""

    def __init__(self, forms: Iterator[Form]) -> None:
        self._whole: dict[str, list[Form]] = defaultdict(list)
        self._stems: dict[str, list[Form]] = defaultdict(list)
        for form in sorted(forms, key=lambda form: (-len(form.words), -len(form.words[0]))):
            first = form.words[0]
            table, key = (self._stems, first[:2]) if first.endswith("*") else (self._whole, first)
            table[key].append(form)

    def fitting(self, words: Sequence[str]) -> Iterator[Form]:
        """The forms that the words begin with, longest first, whole words before stems."""
        found = [form for form in self._whole.get(words[0], ()) if form.fits(words)]
        found += [form for form in self._stems.get(words[0][:2], ()) if form.fits(words)]
        yield from sorted(found, key=lambda form: -len(form.words))


@cache
def lexicon() -> Lexicon:
    """The lexicon of both languages, read once."""
    forms: list[Form] = []
    lists: dict[str, frozenset[str]] = {}
    for name in ("ru.yaml", "en.yaml"):
        table = read(__package__, name)
        for key in [key for key in table if key.startswith("_")]:
            lists[key[1:]] = lists.get(key[1:], frozenset()) | frozenset(table.pop(key))
        forms.extend(_forms(table))
    return Lexicon(forms, lists)


def _forms(table: dict[str, list[str] | dict[str, list[str]]]) -> Iterator[Form]:
    """Each form once; what is written out goes before what comes from a dictionary form."""
    seen: set[tuple[str, ...]] = set()
    everything = [
        (spelling, kind, _value(value))
        for kind, meaning in table.items()
        for value, spellings in (meaning if isinstance(meaning, dict) else {"": meaning}).items()
        for spelling in spellings
    ]
    for spelling, kind, value in everything:
        if not spelling.startswith("="):
            words = tuple(spelling.replace("-", " - ").split())
            seen |= set() if kind in CUES else {words}
            yield Form(words, kind, value)
    for spelling, kind, value in everything:
        if spelling.startswith("="):
            for form in sorted(inflected(spelling[1:])):
                if kind in CUES or (form,) not in seen:
                    seen |= set() if kind in CUES else {(form,)}
                    yield Form((form,), kind, value)


def _value(text: str) -> int | str | None:
    return int(text) if text.removeprefix("-").isdigit() else text or None
