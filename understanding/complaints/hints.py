"""What a single word hints at when no whole phrase with it was said: the specialties of the phrases that have it.

Computed from the phrases themselves, so that nobody writes it down: a word that occurs in the phrases of one or two
specialties speaks for them a little, a word of many specialties for none.
"""

from collections import Counter
from collections.abc import Mapping
from functools import cache

from understanding.complaints.knowledge import entries, words_of
from understanding.complaints.pattern import Element, Part

_MOST = 1.5
"""A hint weighs no more than this: less than any phrase that is likely."""
_SHARE = 0.34
"""A specialty must have this part of a word's phrases."""
_SHORTEST = 3
_WIDE = 12
"""Lists with more keys than this are common words ('болит'), not hints."""


def hint(keys: frozenset[str], times: int) -> tuple[tuple[str, float], ...]:
    """Specialties that a word with these keys hints at, with weights; only words that so many phrases have."""
    found: dict[str, float] = {}
    for key in keys & _table(times).keys():
        for specialty, weight in _table(times)[key]:
            found[specialty] = max(found.get(specialty, 0.0), weight)
    return tuple(found.items())


@cache
def _table(enough: int) -> Mapping[str, tuple[tuple[str, float], ...]]:
    counts: dict[str, dict[str, float]] = {}
    times: Counter[str] = Counter()
    for entry in entries():
        if not entry.is_name:
            for part in entry.pattern.parts:
                for key in _hinting(part):
                    times[key] += 1
                    by = counts.setdefault(key, {})
                    by[entry.specialty] = by.get(entry.specialty, 0.0) + entry.weight / len(part.elements)
    return {key: hints for key, by in counts.items() if times[key] >= enough and (hints := _hints(by))}


def _hinting(part: Part) -> set[str]:
    """Keys of the words that say something about health by themselves: not 'утром', '12' nor 'of'."""
    said: list[Element] = [one for one in part.elements if not one.negates and len(one.keys) <= _WIDE]
    telling = [one for one in said if not one.keys & _plain()]
    return {key for one in telling for key in one.keys if len(key) >= _SHORTEST and not key.startswith("=")}


@cache
def _plain() -> frozenset[str]:
    return words_of("ordinary") | words_of("children")


def _hints(by: Mapping[str, float]) -> tuple[tuple[str, float], ...]:
    total = sum(by.values())
    return tuple(
        (specialty, min(_MOST, weight / 2) * weight / total)
        for specialty, weight in by.items()
        if weight / total >= _SHARE
    )
