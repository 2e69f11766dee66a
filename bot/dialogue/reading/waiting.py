"""Whether somebody wants to be told when a time is freed, or has done so and asks about it. From a data file."""

import re
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from itertools import pairwise
from typing import Literal

import yaml

from bot.texts import Language

_WORDS = re.compile(r"[^\W\d_]+")
NEAR = 3
"""So many other words may stand between two words of a phrase."""


def about_waiting(text: str, language: Language) -> Literal["join", "see"] | None:
    """`join`: to be put on the wait-list; `see`: to see it or leave it; None: something else.

    Both languages are tried: the words for a wait-list are alike in few others.
    """
    words = _WORDS.findall(text.lower().replace("ё", "е"))
    for known in (_phrases(language), _phrases("en" if language == "ru" else "ru")):
        asked = any(_stands(words, phrase) for phrase in known["wait"])
        if asked and any(_stands(words, phrase) for phrase in known["not_join"]):
            return "see"
        if asked:
            return "join"
    return None


@cache
def _phrases(language: Language) -> dict[str, tuple[tuple[str, ...], ...]]:
    content = files(__package__ or "").joinpath(f"waiting_{language}.yaml").read_text(encoding="utf-8")
    read: dict[str, list[str]] = yaml.safe_load(content)
    return {name: tuple(tuple(phrase.split()) for phrase in phrases) for name, phrases in read.items()}


def _stands(words: Sequence[str], phrase: Sequence[str]) -> bool:
    """The phrase's words in their order, near each other; an asterisk stands for any ending."""
    return any(_from(words, phrase, at) for at, word in enumerate(words) if _fits(word, phrase[0]))


def _from(words: Sequence[str], phrase: Sequence[str], at: int) -> bool:
    for _, wanted in pairwise(phrase):
        following = range(at + 1, min(at + 2 + NEAR, len(words)))
        found = next((place for place in following if _fits(words[place], wanted)), None)
        if found is None:
            return False
        at = found
    return True


def _fits(word: str, wanted: str) -> bool:
    return word.startswith(wanted[:-1]) if wanted.endswith("*") else word == wanted
