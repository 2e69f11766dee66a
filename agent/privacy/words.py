"""The words of a text, and how much each looks like a part of a person's name."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from agent.privacy.letters import is_latin, sound
from agent.privacy.lexicon import short_forms, words_of
from understanding.morphology import is_word, readings

Likeness = Literal["given", "patronymic", "surname", "perhaps", "unknown", "initial", "none"]
"""`perhaps`: also an ordinary word; `unknown`: in no dictionary, as rare names are."""

_WORD = re.compile(r"[^\W\d_]+(?:[-'’ʼ][^\W\d_]+)*")
DOING = frozenset({"VERB", "INFN", "GRND", "ADVB", "PRTS", "ADJS"})
"""Parts of speech, as OpenCorpora names them, of which no name is taken to be."""
_INITIAL_BEFORE = re.compile(r"(?:^|[\s.])[^\W\d_]\.$")
_SURNAME_ENDING = re.compile(
    r".*(?:(?:ов|ев|ин)(?:|а|у|ой|ым|е)|[сц]к(?:ий|ая|ую|ого|ой|ому)|енко|чук|юк|яна?|дзе|швили|ых|оглы|заде)"
)
_LATIN_SURNAME = re.compile(
    r"[a-z]{3,}(?:ov|ova|ev|eva|yov|sky|skiy|skaya|enko|chuk|yan|dze|shvili|kin|kina|shin|lin|lina|nin|nina)"
)


@dataclass(frozen=True, slots=True)
class Word:
    start: int
    end: int
    norm: str
    """Lower case, 'ё' as 'е'."""
    capital: bool
    first: bool
    """It begins a sentence, so its capital says nothing."""
    like: Likeness


def words(text: str) -> list[Word]:
    result = []
    for found in _WORD.finditer(text):
        norm = found[0].lower().replace("ё", "е").replace("’", "'")
        before = text[: found.start()].rstrip(" «\"'(")
        like: Likeness = (
            "initial" if len(norm) == 1 and found[0].isupper() and text[found.end() :][:1] == "." else likeness(norm)
        )
        first = not before or (before[-1] in ".!?\n…" and not _INITIAL_BEFORE.search(before))
        result.append(Word(found.start(), found.end(), norm, found[0][0].isupper(), first, like))
    return result


@lru_cache(maxsize=20_000)
def likeness(norm: str) -> Likeness:
    """Of a lower-case word, by the dictionary and the lists."""
    parts = norm.split("-")
    if len(parts) > 1 and all(parts):
        return next((one for part in parts if (one := likeness(part)) in ("given", "surname")), "none")
    if norm in words_of("no_names") or norm.removesuffix("s") in words_of("no_names") or len(norm) < 2:
        return "none"
    if norm.split("'")[0] in words_of("no_names"):
        return "none"  # I'm, he'd
    return _latin(norm) if is_latin(norm) else _russian(norm)


def _latin(norm: str) -> Likeness:
    if norm in words_of("unsure_latin"):
        return "perhaps"
    if norm in words_of("latin_given") or norm.removesuffix("'s") in words_of("latin_given"):
        return "given"
    return "surname" if _LATIN_SURNAME.fullmatch(norm) and sound(norm) not in _LATIN_WORDS else "unknown"


_LATIN_WORDS = frozenset({"skin", "again", "pain", "certain", "main", "explain", "kin", "seven", "eleven", "online"})


def _russian(norm: str) -> Likeness:
    found = readings(norm)
    top = found[0].grammemes
    known = is_word(norm)
    if known and "Patr" in top:
        return "patronymic"
    if known and "Name" in top:
        return "given"
    if any(one.lemma in _short() for one in found):
        return "given" if found[0].lemma in _short() and not known else "perhaps"
    if "Surn" in top and (known or _SURNAME_ENDING.fullmatch(norm)):
        return "surname"
    if any({"Name", "Surn", "Patr"} & one.grammemes for one in found) and known:
        return "perhaps"
    return "none" if known or found[0].part in DOING else "unknown"


@lru_cache(maxsize=1)
def _short() -> frozenset[str]:
    return frozenset(form for forms in short_forms().values() for form in forms) | frozenset(short_forms())


def lemmas_of(norm: str) -> frozenset[str]:
    """The dictionary forms of a word of either alphabet, likely and less likely."""
    return frozenset(one.lemma for one in readings(norm))


@lru_cache(maxsize=5_000)
def surname_forms(norm: str) -> frozenset[str]:
    """The dictionary forms of a word as a surname, none if it is no surname: 'Петров' is nobody of many called Пётр."""
    return frozenset(one.lemma for one in readings(norm) if "Surn" in one.grammemes)
