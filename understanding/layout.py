"""Text typed with the keyboard left in the other alphabet: 'pfdnhf enhjv' is 'завтра утром'."""

import re

from understanding.morphology import is_word

_LATIN = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`"
_CYRILLIC = "йцукенгшщзхъфывапролджэячсмитьбюе"
_TO_CYRILLIC = str.maketrans(_LATIN, _CYRILLIC)
_WORD = re.compile(r"[a-z\[\];',.`]+")
_CYRILLIC_LETTER = re.compile(r"[а-я]")
_TYPED_AS_MEANT = frozenset(
    {
        "a",
        "i",
        "to",
        "the",
        "in",
        "on",
        "at",
        "is",
        "my",
        "for",
        "and",
        "of",
        "me",
        "can",
        "you",
        "need",
        "want",
        "have",
    }
)
ENOUGH = 0.7
"""The part of the words of three letters and more that must become good Russian words."""


def mend_layout(text: str) -> str:
    """A normalised text as it was meant; as it is, if it has Cyrillic letters or English words, or makes no sense."""
    if _CYRILLIC_LETTER.search(text):
        return text
    words = text.split()
    if not words or any(word.strip(".,;'") in _TYPED_AS_MEANT for word in words):
        return text
    typed = [word for word in words if _WORD.fullmatch(word)]
    long = [word for word in typed if len(word) >= 3]
    good = sum(
        is_word(word.translate(_TO_CYRILLIC)) or is_word(word.strip(".,").translate(_TO_CYRILLIC)) for word in long
    )
    if not long or good < ENOUGH * len(long) or good == 0:
        return text
    return " ".join(_mended(word) for word in words)


def _mended(word: str) -> str:
    if not _WORD.fullmatch(word):
        return word
    whole = word.translate(_TO_CYRILLIC)
    bare = word.rstrip(".,")
    # A comma is also the key of 'б': it stays a comma where the word is good without it.
    if not is_word(whole) and is_word(bare.translate(_TO_CYRILLIC)):
        return bare.translate(_TO_CYRILLIC) + word[len(bare) :]
    return whole
