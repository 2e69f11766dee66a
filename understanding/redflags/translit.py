"""Russian typed in Latin letters: 'ne mogu dyshat' is 'не могу дышать'."""

import re

from understanding.morphology import is_word

_LETTERS = dict(
    pair.split("=")
    for pair in [
        "tsya=тся",
        "tsja=тся",
        "shch=щ",
        "sch=щ",
        "zh=ж",
        "kh=х",
        "ts=ц",
        "ch=ч",
        "sh=ш",
        "yu=ю",
        "ju=ю",
        "ya=я",
        "ja=я",
        "yo=е",
        "jo=е",
        "ye=е",
        "a=а",
        "b=б",
        "v=в",
        "g=г",
        "d=д",
        "e=е",
        "z=з",
        "i=и",
        "j=й",
        "k=к",
        "l=л",
        "m=м",
        "n=н",
        "o=о",
        "p=п",
        "r=р",
        "s=с",
        "t=т",
        "u=у",
        "f=ф",
        "h=х",
        "c=к",
        "y=ы",
        "w=в",
        "x=кс",
        "q=к",
        "'=ь",
    ]
)
_SOUNDS = re.compile("|".join(sorted(_LETTERS, key=len, reverse=True)))
_LATIN_WORD = re.compile(r"[a-z']+")
_CYRILLIC = re.compile(r"[а-я]")
_MARKS = frozenset(["ne", "u", "ya", "menya", "nas", "mama", "papa", "pomogite", "krov", "bez", "bolit", "rebenok"])
_ENGLISH = frozenset(
    [
        "a",
        "an",
        "and",
        "are",
        "at",
        "can",
        "can't",
        "for",
        "has",
        "have",
        "he",
        "her",
        "his",
        "i",
        "i'm",
        "in",
        "is",
        "it",
        "my",
        "no",
        "not",
        "of",
        "on",
        "or",
        "our",
        "she",
        "the",
        "they",
        "this",
        "to",
        "want",
        "was",
        "we",
        "with",
        "you",
        "your",
        "need",
        "don't",
        "dont",
        "cant",
        "please",
        "hi",
        "hello",
    ]
)
"""Words that nobody writes in Russian."""
ENOUGH = 0.6
"""The part of the words that must become good Russian ones."""


def in_cyrillic(text: str) -> str:
    """A normalised text as it was meant; as it is if it has Cyrillic letters or does not read as Russian."""
    words = _LATIN_WORD.findall(text)
    if _CYRILLIC.search(text) or not _MARKS & set(words) or _ENGLISH & set(words):
        return text
    good = sum(is_word(_word(word)) for word in words if len(word) >= 3)
    long = sum(len(word) >= 3 for word in words)
    if not long or good < ENOUGH * long:
        return text
    return _LATIN_WORD.sub(lambda match: _word(match[0]), text)


def _word(word: str) -> str:
    """The soft sign at the end is mostly left out."""
    meant = _SOUNDS.sub(lambda match: _LETTERS[match[0]], word)
    return f"{meant}ь" if len(meant) > 2 and is_word(f"{meant}ь") else meant
