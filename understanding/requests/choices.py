"""Which of a list is chosen by its place in it: 'второй вариант', 'the first one', '2'."""

import re
from functools import cache

from understanding.requests.lexicon import lexicon

LAST = -1


def chosen(said: str) -> int | None:
    """The place from 1 on, or `LAST`; None if a normalised text says more than that, or nothing of it."""
    return next((number for number, pattern in _choices().items() if pattern.search(said)), None)


@cache
def _choices() -> dict[int, re.Pattern[str]]:
    written = lexicon().patterns["choice_words"].pattern
    return {
        number: re.compile(written.replace("<ordinal>", rf"\b(?:{ordinal.pattern})\b"))
        for number, ordinal in lexicon().ordinals.items()
    }
