"""The words of a language that these readers know, from its data file."""

from functools import cache
from importlib.resources import files

import yaml

from bot.texts import Language


@cache
def lexicon(language: Language) -> dict[str, list[str]]:
    """The file's lists by name; read once."""
    content = files(__package__ or "").joinpath(f"{language}.yaml").read_text(encoding="utf-8")
    read: dict[str, list[str]] = yaml.safe_load(content)
    return read
