"""A message as words: where each stands, whether it began with a capital, and where clauses end."""

import re
from dataclasses import dataclass

from understanding.text import normalise
from understanding.translit import as_meant

_PIECES = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\d+|[.,;:!?()\n]")
_BORDERS = frozenset(".,;:!?()\n")


@dataclass(frozen=True, slots=True)
class Token:
    text: str
    """Normalised."""
    capital: bool
    """Written with a capital although no sentence begins with it."""
    clause: int
    """The number of the clause that it stands in: names and what denies them share one."""


def tokens(text: str) -> tuple[Token, ...]:
    """The words and numbers of a message, in order. A full stop after 'dr' ends nothing."""
    found: list[Token] = []
    clause, first = 0, True
    for piece in _PIECES.findall(as_meant(text) if text.islower() else text):
        if piece in _BORDERS:
            abbreviation = piece == "." and found and found[-1].text in {"dr", "др", "mr", "mrs", "ms", "prof"}
            clause, first = (clause, first) if abbreviation else (clause + 1, piece not in ",;:")
            continue
        word = normalise(piece)
        word = word.removesuffix("'s")
        found.append(Token(word, piece[0].isupper() and not first, clause))
        first = False
    return tuple(found)
