"""Sentences that may and may not be said, and what the check makes of them."""

from pathlib import Path
from typing import Literal

import yaml

from agent.misbehaviour import RefusedText
from agent.output_check import check

Language = Literal["ru", "en"]
FOLDER = Path(__file__).parent


def sentences(name: str, half: str) -> list[tuple[Language, str]]:
    """Of honest.yaml or forbidden.yaml, with their languages."""
    read: dict[str, dict[Language, list[str]]] = yaml.safe_load((FOLDER / f"{name}.yaml").read_text(encoding="utf-8"))
    return [(language, text) for language, texts in read[half].items() for text in texts]


def why_refused(text: str, language: Language) -> str | None:
    """The rule, None if it may be said."""
    try:
        check(text, language)
    except RefusedText as refused:
        return str(refused)
    return None
