"""Whether the patient is a child."""

import re

from understanding.complaints.knowledge import children
from understanding.phrases import Clause, clauses
from understanding.text import normalise

_AGE = re.compile(r"\b([0-9]{1,3})[ -]*(?:лет|год|года|годик\w*|г\b|years?[ -]old|y/?o\b|years?\b)")
_NUMBER = "(?:[0-9]{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_YOUNG = re.compile(
    r"\b(?:ему|ей|возраст\w*) [0-9]{1,2} ?(?:лет|год|года|месяц\w*|мес)\b"
    rf"|\b{_NUMBER}[ -]?(?:years?|months?|weeks?)[ -]old\b"
)
_BIRTH = re.compile(r"после рождения|после родов|(?:birth|mother) of")
_OF_AGE = 18
_GROWN = ("взросл", "adult", "grown")


def is_child(text: str) -> bool:
    """Whether the text is about a child: it names one or tells a child's age; no age said is eighteen or more."""
    parts, said = clauses(text), normalise(text)
    if any(int(age) >= _OF_AGE for age in _AGE.findall(said)) or _grown(parts):
        return False
    if _YOUNG.search(said):
        return True
    return not _BIRTH.search(said) and any(any(phrase.occurrences(clause)) for clause in parts for phrase in children())


def _grown(parts: tuple[Clause, ...]) -> bool:
    return any(word.startswith(_GROWN) for clause in parts for word in clause)
