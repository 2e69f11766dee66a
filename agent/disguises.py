"""A text as it reads, however it is spelt: what a model might hide a word behind is taken off.

Each reading is a text of its own; a word that is found in any of them was said.
"""

import re
import unicodedata
from collections.abc import Iterator
from itertools import pairwise

from understanding.morphology import is_word
from understanding.text import normalise

_LOOKALIKES = str.maketrans("aceopxykmhbtigu", "асеорхукмнвтиги"[:15])
_TO_LATIN = str.maketrans("асеорхукмнвті", "aceopxykmhbti")
_FOR_LETTERS_LATIN = str.maketrans("013457@$!", "oleastasi")
_FOR_LETTERS_CYRILLIC = str.maketrans("01346@$!", "оизчбаси")
_SOUNDS = (
    ("shch", "щ"), ("sch", "щ"), ("zh", "ж"), ("kh", "х"), ("ts", "ц"), ("ch", "ч"), ("sh", "ш"), ("yu", "ю"),
    ("ju", "ю"), ("ya", "я"), ("ja", "я"), ("yo", "е"), ("ph", "ф"), ("ck", "к"), ("x", "кс"), ("w", "в"), ("q", "к"),
)  # fmt: skip
_SINGLE = str.maketrans("abvgdeziyjklmnoprstufhc", "абвгдезиийклмнопрстуфхк")
_WORD = re.compile(r"[^\W_]+(?:[@$!][^\W_]+)*")
_SPACED = re.compile(r"(?<![^\W_])[^\W_](?:[\s.\-_*·•|/]{1,3}[^\W_]){3,}(?![^\W_])")
_INSIDE = re.compile(r"(?<=[^\W\d_])[.\-_*·•|~+]{1,3}(?=[^\W\d_])")
_LONG_LETTER = re.compile(r"([^\W\d_])\1{2,}")
_HAS_LATIN, _HAS_CYRILLIC, _HAS_DIGIT = re.compile(r"[a-z]"), re.compile(r"[а-я]"), re.compile(r"[\d@$!]")


def plain(text: str) -> str:
    """One spelling for all: lower case, 'ё' as 'е', accents and invisible signs gone."""
    decomposed = unicodedata.normalize("NFD", unicodedata.normalize("NFKC", text))
    kept = "".join(
        char for n, char in enumerate(decomposed)
        if not unicodedata.combining(char) or (char == "\u0306" and decomposed[n - 1] in "иИ")
    )  # fmt: skip
    visible = "".join(char for char in kept if unicodedata.category(char) not in ("Cf", "Co", "Cn"))
    return normalise(unicodedata.normalize("NFC", visible))


def readings_of(text: str) -> Iterator[str]:
    """The plain text, and what else it may be read as."""
    base = plain(text)
    yield base
    joined = _SPACED.sub(lambda found: re.sub(r"[\W_]+", "", found[0]), base)
    for one in {base, joined}:
        yield one
        closed = _INSIDE.sub("", one)
        yield _LONG_LETTER.sub(r"\1\1", closed)
        whole = _LONG_LETTER.sub(r"\1", closed)
        yield whole
        yield " ".join(spelling for word in _WORD.findall(whole) for spelling in _spellings(word))
    yield " ".join(_glued(base))


def _spellings(word: str) -> Iterator[str]:
    """A word with foreign letters or digits in it, in each alphabet."""
    latin, cyrillic, digit = (bool(sign.search(word)) for sign in (_HAS_LATIN, _HAS_CYRILLIC, _HAS_DIGIT))
    if not (latin or cyrillic):
        return
    if digit:
        yield from (word.translate(table) for table in (_FOR_LETTERS_LATIN, _FOR_LETTERS_CYRILLIC))
        word = word.translate(_FOR_LETTERS_CYRILLIC if cyrillic else _FOR_LETTERS_LATIN)
    if latin and cyrillic:
        yield word.translate(_LOOKALIKES)
        yield word.translate(_TO_LATIN)
    if latin and not cyrillic:
        yield _in_cyrillic(word)
        yield word.translate(_LOOKALIKES)
    if cyrillic and not latin and all(char in "асеорхукмнвті" for char in word):
        yield word.translate(_TO_LATIN)


def _in_cyrillic(word: str) -> str:
    """A Latin word as a Russian would read it: 'prostuda'."""
    for sound, letter in _SOUNDS:
        word = word.replace(sound, letter)
    return word.translate(_SINGLE)


def _glued(text: str) -> Iterator[str]:
    """Neighbours of which one is no word of its own: 'анги на'."""
    for left, right in pairwise(_WORD.findall(text)):
        if _HAS_CYRILLIC.search(left + right) and not (is_word(left) and is_word(right)):
            yield left + right
