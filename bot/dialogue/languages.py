"""Which of our languages a message is written in, by its letters."""

import re

from bot.texts import LANGUAGES, Language
from understanding.text import normalise
from understanding.translit import as_meant

_CYRILLIC = re.compile(r"[а-яё]", re.IGNORECASE)
_LATIN = re.compile(r"[a-z]", re.IGNORECASE)
_ENOUGH = 3


def language_of(text: str) -> Language | None:
    """The language if the letters leave no doubt: at least three, and the other script is rarer. None otherwise.

    What was typed with the keyboard left in the other alphabet is in the language that was meant.
    """
    text = as_meant(normalise(text))
    cyrillic, latin = len(_CYRILLIC.findall(text)), len(_LATIN.findall(text))
    if max(cyrillic, latin) < _ENOUGH or cyrillic == latin:
        return None
    return "ru" if cyrillic > latin else "en"


def language_of_code(code: str | None) -> Language | None:
    """From Telegram's IETF tag such as ``ru-RU``."""
    primary = (code or "").partition("-")[0].lower()
    return next((language for language in LANGUAGES if language == primary), None)
