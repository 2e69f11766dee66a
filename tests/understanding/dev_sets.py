"""Reads the dev sets and compares an answer with what was meant."""

from datetime import date, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import yaml

from understanding.dates import DateWish

HERE = Path(__file__).parent
REFERENCE = datetime(2026, 11, 18, 10, 20, tzinfo=ZoneInfo("Europe/Moscow"))
"""A Wednesday."""


def load(name: str) -> Any:
    """A dev set by its file name."""
    return yaml.safe_load((HERE / name).read_text(encoding="utf-8"))


def written(wish: DateWish) -> str:
    """A wish as the dev set writes it."""
    windows = " + ".join(f"{_moment(window.start)}/{_moment(window.end)}" for window in wish.windows)
    return ("asap " if wish.asap else "") + windows


def _moment(moment: date | datetime | None) -> str:
    if moment is None:
        return ".."
    return moment.strftime("%m-%dT%H:%M" if isinstance(moment, datetime) else "%m-%d")
