"""The words of policy/never_said.yaml in a text: any form of them, and slips of the keyboard in long ones."""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from understanding.morphology import is_word, lemmas
from understanding.text import edit_distance_one

FILE = Path(__file__).parent / "policy" / "never_said.yaml"
KINDS = ("diseases", "drugs", "treatment")
SHORTEST_FORGIVEN = 7
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_CYRILLIC = re.compile(r"[а-я]")


@dataclass(frozen=True, slots=True)
class Lists:
    words: frozenset[str]
    beginnings: tuple[str, ...]
    phrases: tuple[str, ...]
    fine: tuple[str, ...]
    forgiven: dict[str, tuple[str, ...]]
    """Long words and, with their *, beginnings, by their first letter."""


@cache
def lists() -> Lists:
    read: dict[str, dict[str, list[str]]] = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    entries = [one for kind in KINDS for language in read[kind].values() for one in language]
    whole = [one for one in entries if not one.endswith("*")]
    long: dict[str, list[str]] = {}
    for one in entries:
        if len(one) > SHORTEST_FORGIVEN and " " not in one:
            long.setdefault(one[0], []).append(one)
    return Lists(
        words=frozenset(one for one in whole if " " not in one),
        beginnings=tuple(one[:-1] for one in entries if one.endswith("*")),
        phrases=tuple(one for one in whole if " " in one),
        fine=tuple(one.removesuffix("*") for language in read["fine"].values() for one in language),
        forgiven={letter: tuple(words) for letter, words in long.items()},
    )


def never_said_in(plain: str) -> bool:
    """Whether a plain text (see agent.disguises) holds such a word."""
    for fine in lists().fine:
        plain = re.sub(rf"\b{re.escape(fine)}\w*", " ", plain)
    if any(re.search(rf"\b{re.escape(phrase)}\b", plain) for phrase in lists().phrases):
        return True
    return any(_is_one(word) for found in _WORD.findall(plain) for word in {found, *found.split("-")})


def _is_one(word: str) -> bool:
    known = lists()
    if word in known.words or word.startswith(known.beginnings) or any(one in known.words for one in _singular(word)):
        return True
    return not (_CYRILLIC.search(word) and is_word(word)) and _nearly_one(word)


def _singular(word: str) -> tuple[str, ...]:
    """The dictionary forms of a word."""
    if _CYRILLIC.search(word):
        return lemmas(word)
    return (word.removesuffix("s"), word.removesuffix("es"))


def _nearly_one(word: str) -> bool:
    """A long word with one slip in it; English words are in no dictionary here, so only Russian ones are forgiven."""
    if len(word) < SHORTEST_FORGIVEN or not _CYRILLIC.search(word):
        return False
    return any(_slipped(word, one) for one in lists().forgiven.get(word[0], ()))


def _slipped(word: str, entry: str) -> bool:
    if not entry.endswith("*"):
        return edit_distance_one(word, entry)
    return any(edit_distance_one(word[: len(entry) + more], entry[:-1]) for more in (-2, -1, 0))
