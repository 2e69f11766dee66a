"""Where a message speaks of what is not happening: figures of speech, the past, a film, a paper that is needed."""

from collections.abc import Sequence
from dataclasses import dataclass

from understanding.redflags.words import Word


@dataclass(frozen=True, slots=True)
class Silenced:
    """Indexes of words, by what makes them harmless."""

    figure: frozenset[int]
    story: frozenset[int]
    asking: frozenset[int]
    weeks: frozenset[int]
    topic: frozenset[int]
    mild: frozenset[int]
    over: frozenset[int]
    effort: frozenset[int]
    days: frozenset[int]


def stretches(words: Sequence[Word], now: frozenset[int]) -> list[int]:
    """For each word the number of its stretch: clauses, cut once more where 'now' or 'again' is said."""
    result: list[int] = []
    number = 0
    for at, word in enumerate(words):
        if at and (word.clause != words[at - 1].clause or (at in now and at - 1 not in now)):
            number += 1
        result.append(number)
    return result


def spread(places: frozenset[int], over: Sequence[int]) -> frozenset[int]:
    """All the words that share a stretch, clause or sentence with one of `places`; `over`: its number for each word."""
    numbers = {over[place] for place in places}
    return frozenset(at for at, number in enumerate(over) if number in numbers)
