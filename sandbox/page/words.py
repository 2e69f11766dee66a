"""Every text of the page: Fluent files, one a language."""

from functools import cache
from pathlib import Path

from fluent.runtime import FluentBundle, FluentResource

from sandbox.page.settings import Language

LOCALES = Path(__file__).parent / "locales"


class Words:
    """The messages of ``locales/<language>.ftl``."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self._bundle = FluentBundle([language], use_isolating=False)
        self._bundle.add_resource(FluentResource((LOCALES / f"{language}.ftl").read_text(encoding="utf-8")))

    def __call__(self, message: str, **values: str | int) -> str:
        """Plain text, never markup. Raises LookupError if there is none, ValueError if a value is missing."""
        pattern = self._bundle.get_message(message).value
        if pattern is None:
            raise LookupError(f"{message} has no text in {self.language}")
        text, errors = self._bundle.format_pattern(pattern, values)
        if errors:
            raise ValueError(f"{message} in {self.language}: {errors}")
        return str(text)

    def has(self, message: str) -> bool:
        return self._bundle.has_message(message)


@cache
def words_of(language: Language) -> Words:
    """Read once a language."""
    return Words(language)
