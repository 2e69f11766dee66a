"""The language the rules are written in, and where a message says what a rule writes.

    сильный <боль> голова      all of these words, in any order, a few words apart
    не_дышать, not_breath*     a word that the message denies; any other word must not be denied there
    ?сознание                  a word that may be denied or not
    рвот*, <боль>, @fever      a beginning; any word of a list; a measure that was read from a figure
    a & b                      both anywhere in the message
    a b ~1                     at most one other word between them (otherwise four)

A Russian word stands in its dictionary form and means all its forms.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

APART = 4
_DENIALS = {"не_": True, "not_": True, "?": None}


@dataclass(frozen=True, slots=True, eq=False)
class Element:
    """One word of a pattern. The same word is the same object, so that looking it up costs nothing."""

    exact: frozenset[str]
    stems: tuple[str, ...]
    denied: bool | None
    """Whether the message must deny it; None if that does not matter."""

    def fits(self, forms: Collection[str]) -> bool:
        """Whether one of a word's forms is meant."""
        return not self.exact.isdisjoint(forms) or any(form.startswith(self.stems) for form in forms)


@dataclass(frozen=True, slots=True)
class Part:
    """Words that stand together."""

    elements: tuple[Element, ...]
    apart: int

    def occurrences(self, places: Mapping[Element, Sequence[int]], at: Sequence[int]) -> Iterator[frozenset[int]]:
        """The indexes of its words, once for each place of its first word.

        `places`: for an element the indexes where it fits; `at`: for an index its place in the message.
        """
        first, *rest = self.elements
        for start in places[first]:
            taken = _nearest([places[element] for element in rest], start, at, len(rest) + self.apart)
            if taken is not None:
                yield taken


@dataclass(frozen=True, slots=True, eq=False)
class Pattern:
    """All parts must occur in a message."""

    written: str
    parts: tuple[Part, ...]

    @property
    def elements(self) -> Iterator[Element]:
        return (element for part in self.parts for element in part.elements)


def _nearest(wanted: list[Sequence[int]], start: int, at: Sequence[int], reach: int) -> frozenset[int] | None:
    taken = {start}
    for fitting in wanted:
        free = [place for place in fitting if place not in taken and abs(at[place] - at[start]) <= reach]
        if not free:
            return None
        taken.add(min(free, key=lambda place: abs(at[place] - at[start])))
    if max(at[place] for place in taken) - min(at[place] for place in taken) > reach:
        return None
    return frozenset(taken)


def pattern(written: str, lists: Mapping[str, Sequence[str]]) -> Pattern:
    """A pattern from its written form; raises KeyError for a list that is not there."""
    return Pattern(written, tuple(_part(part, lists) for part in _folded(written).split(" & ")))


def _part(written: str, lists: Mapping[str, Sequence[str]]) -> Part:
    words = written.split()
    apart = APART
    if words[-1].startswith("~"):
        apart = int(words.pop()[1:])
    return Part(tuple(_element(word, lists) for word in words), apart)


def _element(written: str, lists: Mapping[str, Sequence[str]]) -> Element:
    mark = next((mark for mark in _DENIALS if written.startswith(mark)), "")
    return _the_element(tuple(_opened(written.removeprefix(mark), lists)), _DENIALS.get(mark, False))


@cache
def _the_element(words: tuple[str, ...], denied: bool | None) -> Element:
    return Element(
        exact=frozenset(word for word in words if not word.endswith("*")),
        stems=tuple(word.removesuffix("*") for word in words if word.endswith("*")),
        denied=denied,
    )


def _opened(written: str, lists: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """The words that a word of a pattern stands for: itself, or those of its list, lists in lists included."""
    if not written.startswith("<"):
        yield written
        return
    for word in lists[written[1:-1]]:
        yield from _opened(_folded(word), lists)


def _folded(written: str) -> str:
    return written.replace("ё", "е").replace("-", " ").lower()
