"""From pieces of text to tokens with a meaning: what the grammar's rules are written over."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from understanding.dates.lexicon import Form, lexicon
from understanding.dates.mend import pieces
from understanding.dates.scan import Piece
from understanding.morphology import Reading, readings


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day. `fixed`: the hour is of 24; otherwise 'five' may be 05:00 or 17:00.

    `said`: the half of the day stands beside it: 'from 8 to 10 p.m.' begins at 20:00.
    """

    hour: int
    minute: int = 0
    fixed: bool = False
    said: bool = False


Meaning = int | str | date | Clock | tuple[int, ...] | object | None


@dataclass(frozen=True, slots=True)
class Token:
    """A word, phrase or number: `kind` for the grammar (`word` when it has none), its value, and its cues."""

    kind: str
    value: Meaning = None
    cues: frozenset[str] = frozenset()
    text: str = ""
    other: date | None = None
    """A date that the words may mean as well: the nearest Friday for 'next Friday'."""


_LONGEST_PHRASE = 7
_NEGATIVE = frozenset({"cannot", "unable", "polite", "freed", "not", "except", "asap", "notasap", "any", "insteadof"})
"""What a whole phrase of these says is not what its words say: 'can' is a wish, 'cannot' is none."""


def tokenise(text: str) -> list[Token]:
    """The tokens of a patient's message, fillers left out."""
    return [token for token in _tokens(pieces(text)) if token.kind != "filler"]


def _tokens(found: Sequence[Piece]) -> Iterator[Token]:
    at = 0
    while at < len(found):
        piece = found[at]
        if piece.shape in ("word", "sign"):
            words = tuple(p.text for p in _run(found[at : at + _LONGEST_PHRASE]))
            form = _form(words)
            length = len(form.words) if form else 1
            silent = form is not None and form.kind in _NEGATIVE
            cues = frozenset[str]().union(*(lexicon().cues(words[i:]) for i in range(0 if silent else length)))
            if form is None or form.kind == "come":
                cues = _with_traits(cues, words[0], found[max(at - 2, 0) : at + 3])
            yield Token(form.kind if form else "word", form.value if form else None, cues, " ".join(words[:length]))
            at += length
        else:
            yield _number(piece)
            at += 1


_SUBJECTS = frozenset({"i", "he", "she", "we", "they", "it", "i've", "just"})


def _form(words: Sequence[str]) -> Form | None:
    """The longest form; but 'но не' gives its 'не' to a longer phrase: 'но не могу'."""
    form = lexicon().grammar(words)
    if form is None or len(form.words) < 2 or form.words[-1] not in ("не", "not"):
        return form
    inner = lexicon().grammar(words[len(form.words) - 1 :])
    longer = inner is not None and len(inner.words) > 1
    return lexicon().grammar(words[: len(form.words) - 1]) if longer else form


def _with_traits(cues: frozenset[str], word: str, around: Sequence[Piece]) -> frozenset[str]:
    """The cues with what the form of the word tells; 'подошло бы' is a wish, 'подошло' is past."""
    told = traits(word)
    if (
        word.isascii()
        and word.endswith("ed")
        and word not in lexicon().lists["hoped"]
        and any(piece.text in _SUBJECTS for piece in around)
    ):
        return cues | {"pastverb"}  # 'on Monday I stubbed my toe'
    if "pastverb" not in told:
        return cues | told
    if any(piece.text in ("бы", "б") for piece in around):
        return cues | {"wish", "can"}
    return (cues - {"wish", "can", "visit"}) | told


def _run(found: Sequence[Piece]) -> Iterator[Piece]:
    """The words from the first on, without punctuation between them; a hyphen inside a phrase is written as such."""
    for piece in found:
        if piece.shape not in ("word", "sign", "dash"):
            return
        yield piece


_SYMPTOM_PERSONS = frozenset({"3per", "1per"})


@lru_cache(maxsize=20_000)
def traits(word: str) -> frozenset[str]:
    """What the form of a Russian word tells: a past verb, an infinitive, a noun in the plural, …"""
    found = readings(word)
    first = found[0]
    if first.part == "VERB":
        return frozenset({_verb(first)})
    if first.part == "INFN":
        return frozenset({"infinitive"})
    if first.part in ("ADJS", "PRTS"):
        return frozenset({"state"})
    return _noun(found) if first.part == "NOUN" else frozenset()


def _verb(reading: Reading) -> str:
    if "past" in reading.grammemes:
        return "wishverb" if reading.lemma in lexicon().lists["wishing"] else "pastverb"
    if "impr" in reading.grammemes:
        return "order"
    if "1per" in reading.grammemes:
        return "willdo" if "futr" in reading.grammemes else "ido"
    return "does" if "3per" in reading.grammemes else "verb"


def _noun(found: Sequence[Reading]) -> frozenset[str]:
    told = {"noun"}
    if "nomn" in found[0].grammemes:
        told.add("nominative")
    if all(r.part == "NOUN" and "plur" in r.grammemes and "nomn" not in r.grammemes for r in found):
        told.add("counts")
    if any({"gent", "sing"} <= r.grammemes and {"masc", "neut"} & r.grammemes for r in found if r.part == "NOUN"):
        told.add("genitive")
    return frozenset(told)


def _number(piece: Piece) -> Token:
    digits = [int(part) for part in _digits(piece.text)]
    match piece.shape:
        case "num" | "cardinal":
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
        case "dashed":
            return Token("dotted", tuple(digits), text=piece.text.replace("-", "."))
        case _:
            return Token(piece.shape, text=piece.text)


def _digits(text: str) -> list[str]:
    return "".join(char if char.isascii() and char.isdigit() else " " for char in text).split()
