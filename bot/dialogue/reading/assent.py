"""Whether somebody just says yes."""

import re

from bot.dialogue.reading.lexicon import lexicon
from bot.texts import Language

_LETTERS = re.compile(r"[^\W\d_]+")


def is_assent(text: str, language: Language) -> bool:
    """Nothing but a yes: «Да, запишите», "ok"."""
    words = " ".join(_LETTERS.findall(text.lower().replace("ё", "е")))
    return words in lexicon(language)["assent"]
