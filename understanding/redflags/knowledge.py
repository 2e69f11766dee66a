"""The rules of `rules.yaml`, read once."""

from dataclasses import dataclass
from functools import cache

from understanding.data import read
from understanding.phrases import Phrase, phrase


@dataclass(frozen=True, slots=True)
class Rule:
    """All of its phrases must occur in a message."""

    code: str
    phrases: tuple[Phrase, ...]


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What is an emergency, what only sounds like one, and how one tells that it was long ago."""

    rules: tuple[Rule, ...]
    harmless: tuple[Phrase, ...]
    long_ago: tuple[Phrase, ...]


@cache
def knowledge() -> Knowledge:
    """Everything from the data file."""
    table = read(__package__, "rules.yaml")
    lists, harmless, long_ago = (table.pop(key) for key in ("_lists", "_pass", "_long_ago"))
    return Knowledge(
        rules=tuple(
            Rule(code, tuple(phrase(part, lists) for part in written.split(" & ")))
            for code, all_written in table.items()
            for written in all_written
        ),
        harmless=tuple(phrase(one, lists) for one in harmless),
        long_ago=tuple(phrase(one, lists) for one in long_ago),
    )
