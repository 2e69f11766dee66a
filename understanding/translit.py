"""Russian typed in Latin letters: 'bolit gorlo, hochu k loru' is 'болит горло, хочу к лору'."""

import re

from understanding.layout import mend_layout
from understanding.morphology import is_word, readings

_SOUNDS = {
    **dict(zip("abvgdezijklmnoprstufhcywxq'", "абвгдезийклмнопрстуфхцывхкь", strict=True)),
    "zh": "ж", "kh": "х", "ts": "ц", "ch": "ч", "sh": "ш", "sch": "щ", "shch": "щ", "4": "ч",
    "yu": "ю", "ju": "ю", "iu": "ю", "ya": "я", "ja": "я", "yo": "е", "jo": "е", "ye": "е",
    "iy": "ий", "yj": "ый", "tsya": "тся", "tsja": "тся", "tsia": "тся",
}  # fmt: skip
_SOUND = re.compile("|".join(sorted(_SOUNDS, key=len, reverse=True)))
_WORD = re.compile(r"[a-z'4]*[a-z][a-z'4]*")
_CYRILLIC = re.compile(r"[а-я]")
_SEVERAL = (
    ("тся", "ться"), ("иа", "ия"), ("ыи", "ый"), ("я", "жа"), ("ш", "щ"), ("ц", "к"), ("е", "э"), ("и", "ы"),
    ("ы", "й"),
)  # fmt: skip
"""What is written in one way and may be meant in another."""
_ENGLISH = frozenset(
    re.findall(
        r"\S+",
        """a about after am an and any are as at be been but by can can't cant could did do does doctor doesn't
        don't dont for from get had has have he hello help her hi him his how i i'd i'm i've if in is it its
        just like me my need no not of off on one or our please she should since so some than thank thanks that
        the them then there they this to today tomorrow was we well what when where which who will with would
        you your yes ache belly blood chest cough eye fever head knee pain rash skin throat tooth""",
    )
)
"""Words that nobody writes in Russian: one of them, and the message is English."""
_SHORTEST = 3
ENOUGH, WITHOUT_A_SIGN = 0.6, 0.75
"""The part of the words of three letters and more that must be good Russian: beside one of `_RUSSIAN`, or alone."""
_NAMES = frozenset({"Name", "Surn", "Patr"})
_RUSSIAN = frozenset(
    re.findall(
        r"\w+",
        "bolit est hochu k ko menya mne mozhno ne nado na nuzhen nuzhna privet segodnya u v vo ya zavtra zapis",
    )
)
"""Words that nobody writes in English."""
_LEAST = 3
"""And how many of them, names not counted, without such a word: two may be anything."""


def as_meant(text: str) -> str:
    """A normalised text in the alphabet that was meant: mends Latin spelling and the wrong keyboard layout."""
    return mend_layout(in_cyrillic(text))


def in_cyrillic(text: str) -> str:
    """A normalised text in Russian letters; as it is if it has some already, or does not read as Russian."""
    if _CYRILLIC.search(text):
        return text
    words = _WORD.findall(text)
    if not words or _ENGLISH & set(words):
        return text
    long = [word for word in words if len(word) >= _SHORTEST]
    good = [spelt for word in long if is_word(spelt := _spelt(word))]
    plain = [word for word in good if not _is_name(word)]
    telling = bool(_RUSSIAN & set(words))
    if telling:
        russian = len(plain) >= 1 and len(good) >= ENOUGH * len(long)
    else:
        russian = len(plain) >= _LEAST and len(plain) >= WITHOUT_A_SIGN * len(long)
    if not russian:
        return text
    return _WORD.sub(lambda found: _spelt(found[0]), text)


def _is_name(word: str) -> bool:
    """Anna Maria is called so in any language."""
    return bool(_NAMES & readings(word)[0].grammemes)


def _spelt(word: str) -> str:
    """The Russian word that is meant, if the dictionary knows one of the ways to read it; else the first of them."""
    first = _SOUND.sub(lambda found: _SOUNDS[found[0]], word)
    if is_word(first):
        return first
    for ending in ("", "ь"):
        for written, meant in (("", ""), *_SEVERAL):
            tried = (first.replace(written, meant) if written else first) + ending
            if is_word(tried):
                return tried
    return first
