"""Russian word forms and the words behind them: 'пятницу' and 'пятнице' are one word.

The analysis is pymorphy3's, over the OpenCorpora dictionary. Words in other alphabets are left as they are.
"""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from pymorphy3 import MorphAnalyzer

LIKELY = 0.05
"""Readings of a form that are rarer than this are left out: 'болит' is no noun."""
_CYRILLIC = re.compile(r"[а-яё]+(?:-[а-яё]+)*")


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a form: its lemma ('ё' as 'е'), part of speech and grammemes, as OpenCorpora names them."""

    lemma: str
    part: str
    grammemes: frozenset[str]


@cache
def _analyzer() -> MorphAnalyzer:
    return MorphAnalyzer(lang="ru")


@lru_cache(maxsize=20_000)
def readings(word: str) -> tuple[Reading, ...]:
    """The likely readings of a normalised form, likeliest first; a word that is not Cyrillic reads as itself."""
    if not _CYRILLIC.fullmatch(word):
        return (Reading(word, "", frozenset()),)
    found = _analyzer().parse(word)
    likely = [one for one in found if one.score >= LIKELY] or found[:1]
    return tuple(
        Reading(one.normal_form.replace("ё", "е"), str(one.tag.POS or ""), frozenset(map(str, one.tag.grammemes)))
        for one in likely
    )


@lru_cache(maxsize=20_000)
def lemmas(word: str) -> tuple[str, ...]:
    """The dictionary forms that a normalised form may have, likeliest first, each once."""
    return tuple(dict.fromkeys(reading.lemma for reading in readings(word)))


@lru_cache(maxsize=20_000)
def is_word(word: str) -> bool:
    """Whether the dictionary knows the form: such a word is no slip of the keyboard. False in other alphabets."""
    return bool(_CYRILLIC.fullmatch(word)) and _analyzer().word_is_known(word)


@lru_cache(maxsize=20_000)
def name_forms(word: str, kinds: frozenset[str], gender: str | None) -> frozenset[tuple[str, str]]:
    """All forms of a normalised name with their cases, in the singular, 'ё' as 'е'; empty if it is no such name.

    Cases are `nomn`, `gent`, `datv`, `accs`, `ablt`, `loct`, as OpenCorpora names them. `kinds`: its `Name`, `Patr`,
    `Surn`, and for names that are words `ADJF`, `NOUN`. `gender`: `female`, `male` or None for both: 'Соколова' is a
    woman's name, and of a man's a case.
    """
    if not _CYRILLIC.fullmatch(word):
        return frozenset()
    wanted = {"female": "femn", "male": "masc"}.get(gender or "")
    readings_ = [one for one in _analyzer().parse(word) if kinds & one.tag.grammemes]
    return frozenset(
        (form.word.replace("ё", "е"), str(form.tag.case))
        for reading in readings_
        if "nomn" in reading.tag.grammemes and wanted in (None, reading.tag.gender)
        for form in reading.lexeme
        if form.tag.number != "plur" and wanted in (None, form.tag.gender)
    )


def inflected(lemma: str) -> frozenset[str]:
    """All forms of a Russian word, from its dictionary form; 'ё' as 'е'."""
    found = _analyzer().parse(lemma)
    right = next((one for one in found if one.normal_form == lemma), found[0])
    return frozenset(one.word.replace("ё", "е") for one in right.lexeme)
