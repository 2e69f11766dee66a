"""Set phrases of a dialogue that are neither a complaint nor a date: thanks, hello, yes, 'my appointments'."""

import re
from functools import cache
from pathlib import Path
from typing import Literal

import yaml

from understanding.text import normalise

Phrase = Literal["own_appointments", "thanks", "hello", "agreed"]
LEXICON = Path(__file__).parent / "lexicon"


def means(text: str, phrase: Phrase, language: Literal["ru", "en"]) -> bool:
    """Whether a line holds such a phrase."""
    return bool(_patterns(language)[phrase].search(normalise(text)))


@cache
def _patterns(language: Literal["ru", "en"]) -> dict[str, re.Pattern[str]]:
    lists: dict[str, list[str]] = yaml.safe_load((LEXICON / f"{language}.yaml").read_text(encoding="utf-8"))
    return {phrase: re.compile("|".join(patterns)) for phrase, patterns in lists.items()}
