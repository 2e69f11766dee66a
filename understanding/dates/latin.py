"""Russian written with Latin letters: 'zavtra utrom k terapevtu' is 'завтра утром к терапевту'.

People spell it in many ways (ya, ja, ia; zh, j; kh, h, x), so words are not spelled back. Each Russian word of the
lexicon has a key in Latin letters, and what is typed is brought to such a key too.
"""

import re
from collections.abc import Mapping
from functools import cache

from understanding.dates.lexicon import lexicon

_KEYS = str.maketrans(
    {
        **dict(zip("абвгдезийклмнопрстуфхыэ", "abvgdeziiklmnoprstufhie", strict=True)),
        "ж": "j", "ц": "c", "ч": "4", "ш": "w", "щ": "w", "ю": "iu", "я": "ia", "ё": "e", "ь": "", "ъ": "",
    }
)  # fmt: skip
_TYPED = (
    ("shch", "w"), ("sch", "w"), ("sh", "w"), ("zh", "j"), ("kh", "h"), ("ch", "4"), ("ts", "c"), ("tz", "c"),
    ("yo", "e"), ("ye", "e"), ("ju", "iu"), ("yu", "iu"), ("ja", "ia"), ("ya", "ia"), ("'", ""), ("x", "h"), ("y", "i"),
)  # fmt: skip
_STRONG = frozenset({"day", "weekday", "weekdays", "month", "part", "weekend", "unit"})
_SHORTEST = 5
"""A word of a day or hour that short proves that a message is such Russian."""
_SMALL = ("в", "во", "на", "к", "ко", "с", "со", "до", "по", "не", "и", "или", "но", "а", "у", "нет", "да")
_WORD = re.compile(r"[a-z']+")


def in_cyrillic(text: str) -> str:
    """The text with its known words in Russian letters, if one of them names a day or a part of it; else as it is."""
    if not text.isascii():
        return text
    words = _WORD.findall(text)
    known = lexicon().kinds
    telling = [word for word in words if len(word) >= _SHORTEST and word not in known]
    if not any(known.get(_words().get(_key(word), "")) in _STRONG for word in telling):
        return text
    return _WORD.sub(lambda match: _russian(match.group()), text)


def _russian(typed: str) -> str:
    """The Russian word or stem that is meant; the typed one if there is none."""
    key = _key(typed)
    if key in _words():
        return _words()[key]
    return next((word for stem, word in _stems().items() if key.startswith(stem)), typed)


def _key(typed: str) -> str:
    for written, sound in _TYPED:
        typed = typed.replace(written, sound)
    return _plain(typed)


def _plain(key: str) -> str:
    """Without what is written in many ways: 'ii', 'ie' and 'i' sound alike at the end of a word."""
    return key.replace("ii", "i").replace("ie", "e")


@cache
def _words() -> Mapping[str, str]:
    """Russian words of the lexicon by their keys; the small ones and those that name times come first."""
    strong = [word for word, kind in lexicon().kinds.items() if kind in _STRONG]
    found: dict[str, str] = {}
    for word in (*_SMALL, *strong, *sorted(lexicon().words)):
        if not word.isascii() and word.isalpha():
            found.setdefault(_plain(word.translate(_KEYS)), word)
    return found


@cache
def _stems() -> Mapping[str, str]:
    """Russian stems of the lexicon ('следующ*') by their keys."""
    stems = [word.removesuffix("*") for word in sorted(lexicon().words) if word.endswith("*") and not word.isascii()]
    return {_plain(stem.translate(_KEYS)): stem for stem in stems if len(stem) >= _SHORTEST}
