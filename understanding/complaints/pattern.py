"""How the knowledge writes what is said, and where it occurs in a message.

боль спина          these words, in any form and order, near each other in one clause
<болит> колено      any word of the list `болит` of words.yaml
гастр*              any ending or whole word that begins so
=зубной             this very form
ИБС, SOB            capitals: only typed in capitals (lower-case abbreviations fit both ways)
не слышать          'не', 'нет', 'no', 'can't' stand before (or right after) a word of the phrase
кашель + курить     both parts anywhere in the message
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from understanding.complaints.message import Message
from understanding.complaints.words import FUNCTION_WORDS, written_keys

NEGATORS = frozenset({"не", "нет", "нету", "без", "ни", "no", "not", "without", "can't", "cannot", "won't", "doesn't",
                      "don't", "isn't", "never", "haven't", "hasn't", "wasn't", "hadn't"})  # fmt: skip
_MIXED = 3
"""'ПсА' is meant as it is typed, 'HbA1c' in any way."""
_APART = 3
"""How many other words may stand between the words of a phrase."""

Places = frozenset[int]


@dataclass(frozen=True, slots=True)
class Element:
    """One word of a phrase: the keys or beginnings that fit it."""

    written: str
    keys: frozenset[str]
    stems: tuple[str, ...] = ()

    @property
    def negates(self) -> bool:
        return self.written in NEGATORS


@dataclass(frozen=True, slots=True)
class Part:
    """Words that occur near each other in one clause."""

    elements: tuple[Element, ...]

    @property
    def denies(self) -> bool:
        return any(element.negates for element in self.elements)

    def occurrences(self, message: Message) -> Iterator[Places]:
        """The places of its words, once for every place of its first word; denied words do not count."""
        for start in _places(self.elements[0], message):
            if (found := self._around(message, start)) and self._stands(message, found):
                yield found

    def _around(self, message: Message, start: int) -> Places | None:
        taken = [start]
        for element in self.elements[1:]:
            free = [
                place
                for place in _places(element, message)
                if place not in taken and message.tokens[place].clause == message.tokens[start].clause
            ]
            if not free:
                return None
            taken.append(min(free, key=lambda place: (abs(place - start), place < start)))
        if message.spread(taken) > len(self.elements) - 1 + _APART:
            return None
        return frozenset(taken)

    def _stands(self, message: Message, found: Places) -> bool:
        if not self.denies:
            return not found & message.denied
        negators = {place for place in found if message.tokens[place].form in NEGATORS}
        rest = found - negators
        return all({place + 1, place + 2} & rest or place - 1 in rest for place in negators)


@dataclass(frozen=True, slots=True)
class Pattern:
    """Parts that must all occur; a single part as a rule."""

    written: str
    parts: tuple[Part, ...]

    def occurrences(self, message: Message) -> Iterator[Places]:
        """The places of its words, for every way to find it; for several parts one way at most."""
        if len(self.parts) == 1:
            yield from self.parts[0].occurrences(message)
            return
        found = [next(part.occurrences(message), None) for part in self.parts]
        whole = frozenset[int]().union(*(places for places in found if places))
        if all(found) and len(whole) >= len(self.parts):
            yield whole


def pattern(written: str, lists: Mapping[str, Element]) -> Pattern:
    """A pattern from its written form; KeyError for an unknown list, ValueError if nothing would be looked for."""
    parts = tuple(Part(tuple(_elements(part, lists))) for part in written.replace("ё", "е").split(" + "))
    if not all(any(not element.negates for element in part.elements) for part in parts):
        raise ValueError(f"nothing to look for in {written!r}")
    return Pattern(written, parts)


def listed(name: str, words: list[str]) -> Element:
    """One element that stands for all words of a list (single words; a final * for any ending)."""
    written = [word.replace("ё", "е") for word in words]
    fitting = [_keys(word) for word in written if not word.endswith("*")]
    stems = tuple(word[:-1] for word in written if word.endswith("*"))
    return Element(f"<{name}>", frozenset[str]().union(*fitting), stems)


def sample(found: Pattern, lists: Mapping[str, list[str]]) -> str:
    """A text that says the pattern: the first word of each of its lists, the parts as clauses of their own."""
    parts = [
        [lists[word[1:-1]][0] if word.startswith("<") else word for word in part.split()]
        for part in found.written.split(" + ")
    ]
    return ", ".join(" ".join(word.strip("*=") for word in part) for part in parts)


def _elements(part: str, lists: Mapping[str, Element]) -> Iterator[Element]:
    for word in part.replace("-", " ").split():
        if word.startswith("<"):
            yield lists[word[1:-1]]
        elif word.endswith("*"):
            yield Element(word, frozenset(), (word[:-1].lower(),))
        elif is_capitals(word) or word.lower() not in FUNCTION_WORDS:
            yield Element(word, _keys(word))


def _keys(word: str) -> frozenset[str]:
    if word.startswith("="):
        return frozenset({word})
    if is_capitals(word):
        return frozenset({word})
    return written_keys(word.lower())


def is_capitals(word: str) -> bool:
    """Whether a word of a phrase is meant in capitals only."""
    return len(word) > 1 and (word.isupper() or (len(word) == _MIXED and sum(map(str.isupper, word)) > 1))


def _places(element: Element, message: Message) -> list[int]:
    if element.stems:
        return sorted(
            {place for key in element.keys for place in message.where.get(key, ())}
            | {token.place for token in message.tokens if any(key.startswith(element.stems) for key in token.keys)}
        )
    if len(element.keys) == 1:
        return message.where.get(next(iter(element.keys)), [])
    return sorted({place for key in element.keys & message.said for place in message.where[key]})
