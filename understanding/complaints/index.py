"""Finds the entries that could occur in a message without trying all of them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from understanding.complaints.knowledge import Entry, entries
from understanding.complaints.message import Message
from understanding.complaints.pattern import Element

_STEM = 4


@dataclass(frozen=True, slots=True)
class _Index:
    """Entries by each key of their most telling word, and by the first letters of its open endings."""

    by_key: Mapping[str, tuple[Entry, ...]]
    by_stem: Mapping[str, tuple[Entry, ...]]


@cache
def _index() -> _Index:
    common = _how_common()
    by_key: dict[str, list[Entry]] = {}
    by_stem: dict[str, list[Entry]] = {}
    for entry in entries():
        said = [element for part in entry.pattern.parts for element in part.elements if not element.negates]
        anchor = min(said, key=lambda element: sum(common[key] for key in _anchors(element)))
        for key in anchor.keys:
            by_key.setdefault(key, []).append(entry)
        for stem in {stem[:_STEM] for stem in anchor.stems}:
            by_stem.setdefault(stem, []).append(entry)
    return _Index(
        {key: tuple(found) for key, found in by_key.items()}, {key: tuple(found) for key, found in by_stem.items()}
    )


def _how_common() -> Mapping[str, int]:
    """In how many entries each key occurs."""
    count: dict[str, int] = {}
    for entry in entries():
        for part in entry.pattern.parts:
            for element in part.elements:
                for key in _anchors(element):
                    count[key] = count.get(key, 0) + 1
    return count


def _anchors(element: Element) -> list[str]:
    return [*element.keys, *(stem[:_STEM] + "*" for stem in element.stems)]


def candidates(message: Message) -> Iterator[Entry]:
    """Entries whose most telling word is in the message, each once."""
    index, seen = _index(), set[int]()
    for key in sorted(message.said):
        for entry in (*index.by_key.get(key, ()), *index.by_stem.get(key[:_STEM], ())):
            if id(entry) not in seen:
                seen.add(id(entry))
                yield entry
