"""Russian names in Latin letters, compared however they were transliterated."""

from functools import lru_cache

_TABLE = {
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ё": "e", "ж": "zh", "з": "z", "и": "i", "й": "i",
    "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f",
    "х": "h", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "sh", "ъ": "", "ы": "i", "ь": "", "э": "e", "ю": "iu", "я": "ia",
}  # fmt: skip
_ALIKE = (
    ("shch", "sh"), ("sch", "sh"), ("kh", "h"), ("tz", "ts"), ("x", "ks"), ("ph", "f"), ("w", "v"), ("ck", "k"),
    ("y", "i"), ("j", "i"), ("iie", "ie"), ("ii", "i"), ("ie", "e"), ("io", "e"), ("'", ""),
)  # fmt: skip


@lru_cache(maxsize=5_000)
def sound(word: str) -> str:
    """A lower-case word of either alphabet as plain Latin letters; spellings of one name come out alike."""
    latin = "".join(_TABLE.get(char, char) for char in word)
    for spelling, plain in _ALIKE:
        latin = latin.replace(spelling, plain)
    return "".join(char for n, char in enumerate(latin) if n == 0 or char != latin[n - 1])


def is_latin(word: str) -> bool:
    return all("a" <= char <= "z" or char in "-'’" for char in word.lower())
