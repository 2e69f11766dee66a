"""Reads the sets of date wishes."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Literal

import yaml

from tests.understanding.sets.date_gold import Gold, read_gold

HERE = Path(__file__).parent
Lang = Literal["ru", "en"]
CATEGORIES = ("sentence", "phrase", "refusal", "nodate")


@dataclass(frozen=True)
class Row:
    """One thing a patient typed, and what it means."""

    text: str
    lang: Lang
    reference: datetime
    category: str
    written: str
    gold: Gold


def load_rows(name: str) -> list[Row]:
    """The rows of the set `name` ("dev", "dev2", "dev3" or "held").

    Raises:
        ValueError: a gold value does not follow the notation, or a category is unknown.

    """
    content = yaml.safe_load((HERE / f"dates_{name}.yaml").read_text(encoding="utf-8"))
    rows = []
    for block in content["blocks"]:
        if block["category"] not in CATEGORIES:
            msg = f"unknown category {block['category']!r}"
            raise ValueError(msg)
        reference = datetime.fromisoformat(content["references"][block["ref"]])
        for text, written in block["rows"].items():
            rows.append(make_row(str(text), block["lang"], reference, block["category"], str(written)))
    return rows


def make_row(text: str, lang: Lang, reference: datetime, category: str, written: str) -> Row:
    """A row from its parts; `written` is in the notation of `date_gold`."""
    return Row(text, lang, reference, category, written, read_gold(written, reference))
