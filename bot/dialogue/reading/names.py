"""A person's name as it was typed."""

import re

from bot.dialogue.reading.lexicon import lexicon
from bot.texts import LANGUAGES

SHORTEST, LONGEST, MOST_WORDS = 2, 100, 5
_BETWEEN = " -'’.ʼ"


def name_in(text: str) -> str | None:
    """The name with single spaces; None if it is none: 2 to 100 letters, hyphens and spaces, at most five words."""
    name = " ".join(text.split())
    if not SHORTEST <= len(name) <= LONGEST or len(name.split()) > MOST_WORDS:
        return None
    if not name[0].isalpha() or sum(map(str.isalpha, name)) < SHORTEST:
        return None
    first = re.split(r"\W", name.lower())[0]
    if any(first in lexicon(language)["no_names"] for language in LANGUAGES):
        return None  # a greeting or a 'yes'
    return name if all(letter.isalpha() or letter in _BETWEEN for letter in name) else None
