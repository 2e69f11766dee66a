"""Whom a message is about: the writer, a child, a parent, somebody else. By words in a row, from a data file."""

import re
from typing import Literal

from bot.dialogue.reading.lexicon import lexicon
from bot.texts import Language
from understanding.requests.letter import without_others

Whom = Literal["self", "child", "parent", "other", "two-children"]
_WORDS = re.compile(r"[^\W\d_]+")
ANY = "_"
_AROUND = 2
"""A teller is known by a word so near: 'my son, he said'."""


def whom_in(text: str, language: Language) -> Whom | None:
    """None if nobody is named. A child before a parent: 'my mother's grandson' is a child's visit.

    The writer is meant if named after the other: 'my son is well again, now it is my own throat'.
    """
    own_words = without_others(text)
    if own_words != text:
        return "self"
    words = _WORDS.findall(text.lower().replace("ё", "е"))
    known = lexicon(language)
    if any(_places(words, phrase) for phrase in known["two_children"]):
        return "two-children"
    others: tuple[Whom, ...] = ("child", "parent", "other")
    own = max((begin for phrase in known["self"] for begin, _ in _places(words, phrase)), default=None)
    for who in others:
        places = [place for phrase in known[who] for place in _places(words, phrase)]
        theirs = [begin for begin, end in places if not _tells(words, begin, end, known["not_theirs"])]
        if theirs:
            return "self" if own is not None and own > max(theirs) else who
    return "self" if own is not None else None


def _places(words: list[str], phrase: str) -> list[tuple[int, int]]:
    wanted = phrase.split()
    last = len(words) - len(wanted)
    rows = ((at, words[at : at + len(wanted)]) for at in range(last + 1))
    return [
        (at, at + len(wanted))
        for at, row in rows
        if all(one in (ANY, word) for one, word in zip(wanted, row, strict=True))
    ]


def _tells(words: list[str], begin: int, end: int, tellers: list[str]) -> bool:
    near = words[max(0, begin - 1) : begin] + words[end : end + _AROUND]
    return any(_fits(word, teller) for word in near for teller in tellers)


def _fits(word: str, teller: str) -> bool:
    return word.startswith(teller[:-1]) if teller.endswith("*") else word == teller
