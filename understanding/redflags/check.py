"""Whether a message tells of an emergency."""

from dataclasses import dataclass
from typing import Literal

from understanding.negation import denied
from understanding.phrases import Clause, Phrase, clauses
from understanding.redflags.infants import infant_with_fever
from understanding.redflags.knowledge import Rule, knowledge

_ORDER = (
    "unconscious",
    "anaphylaxis",
    "breathing",
    "stroke",
    "chest_pain",
    "seizure",
    "poisoning",
    "head_injury",
    "pregnancy",
    "bleeding",
    "suicide",
    "infant_fever",
)

SURELY_PAST = 2026
"""A clause with an earlier year tells of the past. Without a clock, later years may be now: they silence nothing."""


@dataclass(frozen=True, slots=True)
class RedFlag:
    """An emergency: the code of what it sounds like."""

    code: str


def check(text: str, lang: Literal["ru", "en"]) -> RedFlag | None:
    """The emergency a message tells of, or None.

    Both languages are read whatever `lang` says. What is denied, long past or a figure of speech passes; in doubt it
    is an emergency.
    """
    del lang
    # Lines end sentences, mostly; but people also break lines in the middle of 'I cannot\nbreathe'.
    found = _found(text) | _found(" ".join(text.split()))
    return next((RedFlag(code) for code in _ORDER if code in found), None)


def _found(text: str) -> set[str]:
    read = [(clause, _silenced(clause)) for clause in clauses(text)]
    codes = {rule.code for rule in knowledge().rules if _holds(rule, read)}
    if infant_with_fever(text):
        codes.add("infant_fever")
    return codes


def _silenced(clause: Clause) -> tuple[frozenset[int], frozenset[int]]:
    """Places that are harmless whatever the phrase, and places that are denied."""
    dated = any(word.isdigit() and 1900 < int(word) < SURELY_PAST for word in clause if len(word) == 4)
    if dated or any(any(phrase.occurrences(clause)) for phrase in knowledge().long_ago):
        return frozenset(range(len(clause))), frozenset()
    harmless = frozenset().union(*(places for phrase in knowledge().harmless for places in phrase.occurrences(clause)))
    return harmless, denied(clause)


def _holds(rule: Rule, read: list[tuple[Clause, tuple[frozenset[int], frozenset[int]]]]) -> bool:
    return all(any(_occurs(phrase, clause, *silenced) for clause, silenced in read) for phrase in rule.phrases)


def _occurs(phrase: Phrase, clause: Clause, harmless: frozenset[int], no: frozenset[int]) -> bool:
    return any(not places & harmless and (phrase.denies or not places & no) for places in phrase.occurrences(clause))
