"""What a model's text may not bring from elsewhere: names and numbers that nobody in this talk has, rules, ids."""

import re
from collections.abc import Collection, Sequence
from functools import cache

from agent.disguises import plain
from agent.misbehaviour import RefusedText
from agent.privacy.names import names
from agent.privacy.numbers import numbers
from agent.privacy.staff import Staff, alike
from agent.prompt import policy

IN_A_ROW = 8
"""So many words of the policy in a row are no chance."""
SAME = 10
"""Phones are the same by their last ten digits: '+7' and '8' go before them."""
_WORD = re.compile(r"[^\W_]+")
_ID = re.compile(r"(?<![\w-])(?=[\w-]*\d)(?=[\w-]*[a-z])[\w-]{14,}(?![\w-])", re.IGNORECASE)


def check_strangers(text: str, heard: Sequence[str], quoted: Collection[str]) -> None:
    """Raises RefusedText.

    `heard`: the lines of this dialogue, and the names of the account's people. `quoted`: names from the clinic's
    records that this run has read.
    """
    known = " ".join([*heard, *quoted])
    if (found := _ID.search(text)) and found[0] not in known:
        raise RefusedText("an id")
    told = _digits(known)
    if any(_digits(text[one.start : one.end])[-SAME:] not in told for one in numbers(text)):
        raise RefusedText("a number of somebody else")
    words = {word for word in _WORD.findall(plain(known)) if not word.isdigit()}
    for one in names(text, Staff(tuple(quoted))):
        if not all(_is_known(word, words) for word in _WORD.findall(plain(text[one.start : one.end]))):
            raise RefusedText("a name of somebody else")
    if _in_a_row(text) & _policys():
        raise RefusedText("the policy's words")


def _is_known(word: str, known: Collection[str]) -> bool:
    return (
        len(word) == 1 or word in known or any(alike(word, one) for one in known if one[0] == word[0] or len(one) > 3)
    )


@cache
def _policys() -> frozenset[tuple[str, ...]]:
    return _in_a_row(policy())


def _in_a_row(text: str) -> frozenset[tuple[str, ...]]:
    words = _WORD.findall(plain(text))
    return frozenset(tuple(words[n : n + IN_A_ROW]) for n in range(len(words) - IN_A_ROW + 1))


def _digits(text: str) -> str:
    return "".join(char for char in text if char.isdigit())
