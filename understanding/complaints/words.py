"""The keys by which a word of a message and a word of the knowledge meet: its form and the words behind it."""

import re
from functools import lru_cache

from understanding.complaints.english import bases, written_bases
from understanding.complaints.lemma_table import behind
from understanding.morphology import lemmas

_LATIN = re.compile(r"[a-z][a-z']*")
_LETTERS_FIRST = re.compile(r"([^\W\d_]+)\d+")

_SMALL = """
    бы в вам вас весь во вот все всю вся всё вы для до его ее ей ему еще же за здесь и из из-за или им их к как
    какая какая-то какие какие-то какое какой какой-то ко ли меня мне мной мною мое моего моей моем мои моим моих
    мой моя мы на над нам нас него нее ней немного ним них ну о об он она они оно от очень по при про прям прямо
    с сам сама свое своей свой своя себе себя сильно со так то тут ты у уже что чтоб чтобы чуть эта эти это этот я
    a about also am an and are as at be been being by did do does for from get gets getting got had has have he he's
    her his i i'd i'm i've in is it it's its me my of on or our quite really she she's so some that the their these
    they this those to too very was we were when whenever where while will with would you your
"""
FUNCTION_WORDS = frozenset(_SMALL.split())
"""Words that are passed over on both sides; a phrase of the knowledge that is made of them alone would never fit."""


@lru_cache(maxsize=30_000)
def keys(word: str) -> frozenset[str]:
    """All keys of a normalised word: 'сд2' is also 'сд', 'коленом' also 'колено', 'itching' also 'itch'."""
    found = {word}
    if _LATIN.fullmatch(word):
        found |= bases(word)
    else:
        found.update(lemmas(word))
    if match := _LETTERS_FIRST.fullmatch(word):
        found |= keys(match[1]) if len(match[1]) > 1 else set()
    return frozenset(found)


@lru_cache(maxsize=30_000)
def written_keys(word: str) -> frozenset[str]:
    """The keys of a word as the knowledge writes it: itself or, for another form, the likeliest word behind it.

    Narrower than `keys`: 'пища' is food and not a form of 'пищать'.
    """
    if _LATIN.fullmatch(word):
        return written_bases(word)
    return frozenset({word, behind(word)})
