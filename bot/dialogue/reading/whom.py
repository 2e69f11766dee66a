"""Whom a message is about: the writer, a child, a parent, somebody else. By words in a row, from a data file."""

import re
from typing import Literal

from bot.dialogue.reading.lexicon import lexicon
from bot.texts import Language

Whom = Literal["self", "child", "parent", "other", "two-children"]
_WORDS = re.compile(r"[^\W\d_]+")
_AROUND = 2
"""A teller is known by a word so near: 'my son, he said'."""


def whom_in(text: str, language: Language) -> Whom | None:
    """None if nobody is named. A child before a parent: 'my mother's grandson' is a child's visit."""
    words = _WORDS.findall(text.lower().replace("ё", "е"))
    known = lexicon(language)
    if any(_places(words, phrase) for phrase in known["two_children"]):
        return "two-children"
    others: tuple[Whom, ...] = ("child", "parent", "other")
    for who in others:
        for phrase in known[who]:
            if any(not _tells(words, *place, known["not_theirs"]) for place in _places(words, phrase)):
                return who
    return "self" if any(_places(words, phrase) for phrase in known["self"]) else None


def _places(words: list[str], phrase: str) -> list[tuple[int, int]]:
    wanted = phrase.split()
    last = len(words) - len(wanted)
    return [(at, at + len(wanted)) for at in range(last + 1) if words[at : at + len(wanted)] == wanted]


def _tells(words: list[str], begin: int, end: int, tellers: list[str]) -> bool:
    near = words[max(0, begin - 1) : begin] + words[end : end + _AROUND]
    return any(_fits(word, teller) for word in near for teller in tellers)


def _fits(word: str, teller: str) -> bool:
    return word.startswith(teller[:-1]) if teller.endswith("*") else word == teller
