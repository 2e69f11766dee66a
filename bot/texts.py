"""Every text that a patient reads: Fluent files of one language, filled in."""

from functools import cache
from html import escape
from pathlib import Path
from typing import Literal

from fluent.runtime import FluentBundle, FluentResource

Language = Literal["ru", "en"]
LANGUAGES: tuple[Language, ...] = ("ru", "en")
LOCALES = Path(__file__).parent / "locales"


class Texts:
    """The messages of ``locales/<language>/*.ftl``."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self._bundle = FluentBundle([language], use_isolating=False)
        for file in sorted((LOCALES / language).glob("*.ftl")):
            self._bundle.add_resource(FluentResource(file.read_text(encoding="utf-8")))

    def say(self, message: str, **values: str | int) -> str:
        """A message as plain text; a whole number chooses its plural form.

        Raises LookupError if there is no such message, ValueError if a value is missing.
        """
        pattern = self._bundle.get_message(message).value
        if pattern is None:
            raise LookupError(f"{message} has no text in {self.language}")
        text, errors = self._bundle.format_pattern(pattern, values)
        if errors:
            raise ValueError(f"{message} in {self.language}: {errors}")
        return str(text)

    def html(self, message: str, **values: str | int) -> str:
        """A message with Telegram's HTML in it; the values are escaped, so nobody's words become markup."""
        return self.say(message, **{name: _escaped(value) for name, value in values.items()})

    def specialty(self, code: str) -> str:
        """The specialty's name, or its code if the clinic knows one that the files do not."""
        message = f"specialty-{code}"
        return self.say(message) if self._bundle.has_message(message) else code

    def has(self, message: str) -> bool:
        return self._bundle.has_message(message)


def _escaped(value: str | int) -> str | int:
    return escape(value, quote=False) if isinstance(value, str) else value


@cache
def texts(language: Language) -> Texts:
    """Read once a language."""
    return Texts(language)
