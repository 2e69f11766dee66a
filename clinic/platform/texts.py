"""What a person reads in files that the service makes: Fluent messages, one file a language."""

from functools import cache
from importlib.resources import files
from typing import Literal

from fluent.runtime import FluentBundle, FluentResource

Language = Literal["ru", "en"]


class Texts:
    """The messages of ``clinic/locales/<language>.ftl``."""

    def __init__(self, language: Language) -> None:
        text = files("clinic").joinpath("locales", f"{language}.ftl").read_text(encoding="utf-8")
        self._bundle = FluentBundle([language], use_isolating=False)
        self._bundle.add_resource(FluentResource(text))

    def say(self, message: str, **values: str) -> str:
        """Raises LookupError if there is no such message, ValueError if a value is missing."""
        pattern = self._bundle.get_message(message).value
        if pattern is None:
            raise LookupError(f"{message} has no text")
        text, errors = self._bundle.format_pattern(pattern, values)
        if errors:
            raise ValueError(f"{message}: {errors}")
        return str(text)

    def specialty(self, code: str) -> str:
        """The specialty's name; a code that only the clinic knows is shown as words."""
        message = f"specialty-{code}"
        return self.say(message) if self._bundle.has_message(message) else code.replace("_", " ")


@cache
def texts(language: Language) -> Texts:
    """Read once a language."""
    return Texts(language)
