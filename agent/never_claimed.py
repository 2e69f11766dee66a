"""The rules of policy/never_claimed.yaml: what a text must not claim, promise or ask for."""

import re
from functools import cache
from pathlib import Path

import yaml

FILE = Path(__file__).parent / "policy" / "never_claimed.yaml"


@cache
def rules() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Each rule's name and its pattern over a plain text (see agent.disguises)."""
    read: dict[str, list[str]] = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    return tuple((name, re.compile("|".join(patterns))) for name, patterns in read.items())


def claimed_in(plain: str) -> str | None:
    """The rule that a plain text breaks, None if none."""
    return next((name for name, pattern in rules() if pattern.search(plain)), None)
