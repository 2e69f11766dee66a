"""The lists of lexicon.yaml, read once."""

from functools import cache
from pathlib import Path
from typing import Any

import yaml

FILE = Path(__file__).parent / "lexicon.yaml"


@cache
def _file() -> dict[str, Any]:
    read: dict[str, Any] = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    return read


@cache
def words_of(name: str) -> frozenset[str]:
    """A list of words."""
    return frozenset(_file()[name])


@cache
def any_of(name: str) -> str:
    """A list of patterns as one alternative of a regular expression."""
    return "(?:" + "|".join(_file()[name]) + ")"


@cache
def short_forms() -> dict[str, frozenset[str]]:
    """By a given name, the short and fond forms of it."""
    return {name: frozenset(forms) for name, forms in _file()["short_forms"].items()}


@cache
def number_words() -> dict[str, int]:
    """Spoken numbers up to 900, in both languages."""
    read: dict[str, int] = _file()["numbers"]
    return read
