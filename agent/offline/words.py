"""Texts for patients, from locales/<language>/agent.ftl (Project Fluent)."""

from functools import cache
from pathlib import Path
from typing import Any, Literal

from fluent.runtime import FluentBundle, FluentResource

LANGUAGES: tuple[Literal["ru", "en"], ...] = ("ru", "en")
LOCALES = Path(__file__).parent.parent / "locales"


class Words:
    """The messages of one language."""

    def __init__(self, language: Literal["ru", "en"]) -> None:
        self.language = language
        self._bundle = FluentBundle([language], use_isolating=False)
        source = (LOCALES / language / "agent.ftl").read_text(encoding="utf-8")
        self._bundle.add_resource(FluentResource(source))

    def say(self, message: str, **values: Any) -> str:
        """A message such as ``found`` or an attribute such as ``specialty-ent.to``, with its values filled in.

        Raises LookupError for a message that the file lacks, ValueError for a missing value.
        """
        name, _, attribute = message.partition(".")
        found = self._bundle.get_message(name)
        pattern = found.attributes[attribute] if attribute else found.value
        if pattern is None:
            raise LookupError(f"{message} has no text in {self.language}")
        text, errors = self._bundle.format_pattern(pattern, values)
        if errors:
            raise ValueError(f"{message} in {self.language}: {errors}")
        return str(text)

    def has(self, message: str) -> bool:
        return self._bundle.has_message(message)


@cache
def words(language: Literal["ru", "en"]) -> Words:
    """Read once a language."""
    return Words(language)
