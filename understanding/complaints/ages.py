"""Whether the patient is a child."""

import re

from understanding.complaints.knowledge import children
from understanding.phrases import Clause, clauses
from understanding.text import normalise

_AGE = re.compile(r"\b([0-9]{1,3})[ -]*(?:лет|год|года|годик\w*|г\b|years?[ -]old|y/?o\b|years?\b)")
_OF_AGE = 18
_GROWN = ("взросл", "adult", "grown")


def is_child(text: str) -> bool:
    """Whether the text is about a child: it names one, unless the age said is eighteen or more."""
    parts = clauses(text)
    if any(int(age) >= _OF_AGE for age in _AGE.findall(normalise(text))) or _grown(parts):
        return False
    return any(any(phrase.occurrences(clause)) for clause in parts for phrase in children())


def _grown(parts: tuple[Clause, ...]) -> bool:
    return any(word.startswith(_GROWN) for clause in parts for word in clause)
