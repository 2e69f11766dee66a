"""The emergency rules as the dialogue's gate."""

from bot.texts import Language
from understanding import redflags


def emergency_code(text: str, language: Language) -> str | None:
    """The code of the emergency that a text tells of, or None."""
    found = redflags.check(text, language)
    return None if found is None else found.code
