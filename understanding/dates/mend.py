"""Mends words before they are read: slips of the keyboard and words that ran together ('завтраутром')."""

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from understanding.dates.latin import in_cyrillic
from understanding.dates.lexicon import lexicon
from understanding.dates.scan import Piece, scan
from understanding.layout import mend_layout
from understanding.morphology import is_word
from understanding.spelling import Speller
from understanding.text import normalise

_SHORTEST_GLUED = 5
_SHORTEST_RUSSIAN = 4
_STRONG = frozenset({"day", "weekday", "month", "part", "weekend", "workdays", "unit", "next", "habit", "tonight"})
_STRONG_FROM = 4
"""A shorter word proves nothing: 'вс' and 'may' are inside many words."""
_SMALL = frozenset(
    {"at", "on", "from", "until", "before", "after", "by", "in", "this", "or", "each", "around", "nearest"}
)
_TO_LATIN = str.maketrans("йцукенгшщзхъфывапролджэячсмитьбю", "qwertyuiop[]asdfghjkl;'zxcvbnm,.")
"""Of words typed with the keyboard left in Russian."""
_PICTURES = {ord(char): " мимо " for char in "❌✖✗✘👎🚫⛔🙅"} | {ord(char): " да " for char in "✅👍✔☑👌"}
_LONGEST_WORD = 14
_NUMBER_WORDS = {
    "2moro": "tomorrow",
    "2morrow": "tomorrow",
    "2mrw": "tomorrow",
    "2mro": "tomorrow",
    "2night": "tonight",
    "2day": "today",
    "2nite": "tonight",
    "b4": "before",
}


def pieces(text: str) -> list[Piece]:
    """The mended pieces of a patient's text."""
    plain = in_cyrillic(normalise(text))
    if not any(word.strip(".,") in lexicon().kinds for word in plain.split()):
        plain = mend_layout(plain)
    plain = plain.translate(_PICTURES)
    for typed, meant in _NUMBER_WORDS.items():
        if typed in plain:
            plain = re.sub(rf"\b{typed}\b", meant, plain)
    return list(_mended(list(scan(plain))))


def _mended(found: Sequence[Piece]) -> Iterator[Piece]:
    for piece in found:
        if piece.shape == "word":
            for word in mended(piece.text):
                yield Piece(word, "word")
        else:
            yield piece


@lru_cache(maxsize=20_000)
def mended(word: str) -> tuple[str, ...]:
    """The words that a typed one stands for: itself, unless nobody knows it and a slip or a lost space explains it."""
    if word in lexicon().known or len(word) < _shortest(word) or is_word(word):
        return (word,)
    if word.endswith("ish") and lexicon().kinds.get(word[:-3]) == "num":
        return word[:-3], "ish"
    if word[0] in "вк" and lexicon().kinds.get(word[1:]) == "num":
        return word[0], word[1:]  # 'вдва часа'
    if glued := _at_the_end(word):
        return glued
    if lexicon().grammar((word,)) is not None or lexicon().cues((word,)):
        return (word,)
    if glued := _apart(word, 3):
        return glued
    if (latin := word.translate(_TO_LATIN)) in lexicon().kinds and latin != word:
        return (latin,)
    return (_speller().mend(word) or word,)


def _shortest(word: str) -> int:
    """English has too many words of four letters, and no dictionary here that knows them."""
    return _SHORTEST_GLUED if word.isascii() else _SHORTEST_RUSSIAN


@cache
def _speller() -> Speller:
    return Speller(lexicon().mended)


def _apart(word: str, most: int) -> tuple[str, ...]:
    """The word as two or three words of the lexicon, one of which must be a strong one; empty if it is none."""
    for cut in range(len(word) - 1, 0, -1):
        head, tail = word[:cut], word[cut:]
        if not _part_of_glue(head):
            continue
        if _part_of_glue(tail) and any(map(_strong, (head, tail))):
            return head, tail
        if most > 2 and len(tail) >= _SHORTEST_GLUED and (rest := _apart(tail, most - 1)):
            return head, *rest
    return ()


def _at_the_end(word: str) -> tuple[str, ...]:
    """The time at the end of a whole sentence without spaces."""
    if len(word) <= _LONGEST_WORD:
        return ()
    if whole := _apart(word, 4):
        return whole
    for cut in range(1, len(word) - _SHORTEST_GLUED):
        if found := _apart(word[cut:], 4):
            return word[:cut], *found
    return ()


def _part_of_glue(word: str) -> bool:
    return _strong(word) or lexicon().kinds.get(word) in _SMALL


def _strong(word: str) -> bool:
    return len(word) >= _STRONG_FROM and lexicon().kinds.get(word) in _STRONG
