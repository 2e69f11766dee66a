"""Whether somebody just says that they come."""

import re

from bot.dialogue.reading.lexicon import lexicon
from bot.texts import LANGUAGES

_LETTERS = re.compile(r"[^\W\d_]+")


def says_coming(text: str) -> bool:
    """Nothing but that: «Приду», "I'll be there"."""
    words = " ".join(_LETTERS.findall(text.lower().replace("ё", "е")))
    return any(words in lexicon(language)["coming"] for language in LANGUAGES)
