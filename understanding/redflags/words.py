"""The words of a message as the rules know them: mended, parted, and each with the forms it may stand for."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from understanding.layout import mend_layout
from understanding.morphology import is_word, lemmas
from understanding.redflags.english import contracted
from understanding.redflags.mending import Mender
from understanding.redflags.translit import in_cyrillic
from understanding.text import normalise

CANNOT = "немогу"
"""One word for 'не могу', 'не получается', 'невозможно': the rules write it so."""
_PIECES = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*|[0-9]+(?:[.,][0-9]+)?|[.,;!?()\n…]")
_ENDS = frozenset(".;!?()\n…")
_BUTS = frozenset(
    ["но", "а", "зато", "однако", "потому", "поскольку", "but", "however", "though", "although", "because"]
)
_LOOKALIKES = str.maketrans("aceopxykmhtb", "асеорхукмнтв")
_CYRILLIC = re.compile(r"[а-я]")
_LATIN = re.compile(r"[a-z]")
_LONG_SOUND = re.compile(r"(\w)\1{2,}")
_ABLE = frozenset({"мочь", "смочь", "получаться", "получиться", "удаваться", "удаться", "суметь", "способный"})
COMMA_ROOM, END_ROOM = 3, 4
"""How many words apart a comma and the end of a sentence keep what they part."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word and where it stands; `forms` are its own form and the dictionary's."""

    text: str
    forms: frozenset[str]
    at: int
    """Its place, borders counted in: words far apart in a message are far apart here."""
    clause: int
    """Which of the clauses, cut at punctuation and at 'but'."""
    sentence: int


def words_of(text: str, mender: Mender, breaks: bool) -> tuple[Word, ...]:
    """The words of a message in order. `mender` knows the words of the rules.

    `breaks`: whether a line's end ends a sentence, or only is a space.
    """
    said = _one_alphabet(in_cyrillic(mend_layout(normalise(text))))
    pieces = _PIECES.findall(said if breaks else said.replace("\n", " "))
    result: list[Word] = []
    at = clause = sentence = 0
    for piece in contracted(list(_mended(pieces, mender))):
        if piece in _ENDS:
            at, clause, sentence = at + END_ROOM, clause + 1, sentence + 1
        elif piece == ",":
            at, clause = at + COMMA_ROOM, clause + 1
        elif piece in _BUTS:
            at, clause = at + 1, clause + 1
        else:
            denied = result and result[-1].text in {"не", "ни"} and result[-1].clause == clause
            able = denied and _ABLE & set(lemmas(piece))
            word = CANNOT if able or piece == "невозможно" else piece
            if able:
                result.pop()
            result.append(Word(word, forms_of(word), at, clause, sentence))
            at += 1
    return tuple(result)


def forms_of(word: str) -> frozenset[str]:
    """A word as written, and the dictionary forms that it may have."""
    return frozenset((word, *lemmas(word)))


def _one_alphabet(said: str) -> str:
    """Letters of the other alphabet that look alike, inside Cyrillic words; and a letter drawn out ('помогииите')."""
    words = said.split(" ")
    for at, word in enumerate(words):
        if _CYRILLIC.search(word) and _LATIN.search(word):
            words[at] = word.translate(_LOOKALIKES)
    return _LONG_SOUND.sub(lambda match: match[1] if not match[1].isdigit() else match[0], " ".join(words))


def _mended(pieces: list[str], mender: Mender) -> Iterator[str]:
    for piece in pieces:
        if len(piece) < 4 or not piece[0].isalpha() or is_word(piece):
            yield piece
        else:
            yield from mender.part(piece) or (mender.mend(piece) or piece,)
