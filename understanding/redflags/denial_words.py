"""The small words of denial, from `denial.yaml`, read once."""

from dataclasses import dataclass
from functools import cache

from understanding.data import read


@dataclass(frozen=True, slots=True)
class DenialWords:
    """What each list is for stands in the file."""

    none: frozenset[str]
    without: frozenset[str]
    being: frozenset[str]
    wishing: frozenset[str]
    supposing: frozenset[str]
    fillers: frozenset[str]
    joins: frozenset[str]
    small: frozenset[str]
    prepositions: frozenset[str]
    heads: frozenset[str]
    mass: frozenset[str]
    english_none: frozenset[str]
    english_not: frozenset[str]
    english_fillers: frozenset[str]
    english_having: frozenset[str]
    english_open: frozenset[str]
    english_wishing: frozenset[str]
    english_supposing: frozenset[str]
    english_stops: frozenset[str]
    english_owners: frozenset[str]
    english_nouns: frozenset[str]


@cache
def knowledge() -> DenialWords:
    """Every list of the file; raises TypeError for one that nobody reads."""
    lists = read(__package__, "denial.yaml")
    return DenialWords(**{name: frozenset(words) for name, words in lists.items()})
