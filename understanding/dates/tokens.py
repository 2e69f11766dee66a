"""From pieces of text to tokens with a meaning: what the grammar's rules are written over."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from understanding.dates.lexicon import lexicon
from understanding.dates.scan import Piece, scan
from understanding.text import normalise


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day. `fixed`: the hour is of 24; otherwise 'five' may be 05:00 or 17:00."""

    hour: int
    minute: int = 0
    fixed: bool = False


Meaning = int | str | date | Clock | tuple[int, ...] | None


@dataclass(frozen=True, slots=True)
class Token:
    """A word, phrase or number: `kind` for the grammar (`word` when it has none), its value, and its cues."""

    kind: str
    value: Meaning = None
    cues: frozenset[str] = frozenset()
    text: str = ""


_LONGEST_PHRASE = 6
_REFUSALS = frozenset({"cannot", "unable"})


def tokenise(text: str) -> list[Token]:
    """The tokens of a patient's message, fillers left out."""
    pieces = list(scan(normalise(text)))
    return [token for token in _tokens(pieces) if token.kind != "filler"]


def _tokens(pieces: Sequence[Piece]) -> Iterator[Token]:
    at = 0
    while at < len(pieces):
        piece = pieces[at]
        if piece.shape in ("word", "sign"):
            words = tuple(p.text for p in pieces[at : at + _LONGEST_PHRASE])
            form = lexicon().grammar(words)
            length = len(form.words) if form else 1
            refusal = form is not None and form.kind in _REFUSALS  # 'can' says a wish, 'cannot' does not
            cues = frozenset().union(*(lexicon().cues(words[i:]) for i in range(0 if refusal else length)))
            yield Token(form.kind if form else "word", form.value if form else None, cues, " ".join(words[:length]))
            at += length
        else:
            yield _number(piece)
            at += 1


def _number(piece: Piece) -> Token:
    digits = [int(part) for part in _digits(piece.text)]
    match piece.shape:
        case "num":
            return Token("num", min(digits[0], 9999), text=piece.text)
        case "ordinal":
            return Token("ordinal", digits[0], text=piece.text)
        case "clock":
            hour, minute = digits
            if hour < 24 and minute < 60:
                # '09:30' is written as of 24 hours, '5:30' may be either.
                return Token("clock", Clock(hour, minute, fixed=hour > 7 or piece.text[0] == "0"), text=piece.text)
            return Token("decimal", text=piece.text)
        case "iso" | "dotted" | "slashed":
            return Token(piece.shape, tuple(digits), text=piece.text)
        case _:
            return Token(piece.shape, text=piece.text)


def _digits(text: str) -> list[str]:
    return "".join(char if char.isascii() and char.isdigit() else " " for char in text).split()
