"""One spelling for a name in whatever alphabet: 'Щукин', 'Shchukin' and 'Schukin' have the same key."""

import re
from functools import lru_cache

_LATIN = dict(zip("абвгдезийклмнопрстуфхыэ", "abvgdeziiklmnoprstufhie", strict=True)) | {
    "ж": "zh",
    "ц": "ts",
    "ч": "ch",
    "ш": "sh",
    "щ": "sh",
    "ъ": "",
    "ь": "",
    "ю": "iu",
    "я": "ia",
}
_SAME = (
    ("shch", "sh"),
    ("sch", "sh"),
    ("kh", "h"),
    ("ph", "f"),
    ("ck", "k"),
    ("tz", "ts"),
    ("x", "ks"),
    ("w", "v"),
    ("q", "k"),
    ("y", "i"),
    ("j", "i"),
    ("ou", "u"),
    ("ie", "e"),
    ("io", "e"),
)
_REPEATED = re.compile(r"(.)\1+")
_LETTERS = re.compile(r"[^a-z]")


@lru_cache(maxsize=20_000)
def key(word: str) -> str:
    """A normalised word in plain Latin letters; what is no letter is left out."""
    latin = "".join(_LATIN.get(letter, letter) for letter in word)
    for written, meant in _SAME:
        latin = latin.replace(written, meant)
    return _REPEATED.sub(r"\1", _LETTERS.sub("", latin))
