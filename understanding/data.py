"""Reads the data files: YAML in which every scalar is text, so that `on` and `no` stay words."""

from importlib.resources import files
from typing import Any

import yaml

_Loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


def read(package: str, name: str) -> Any:
    """The content of a data file of a package: dicts, lists and strings."""
    return yaml.load(files(package).joinpath(name).read_text(encoding="utf-8"), Loader=_Loader)  # noqa: S506 - text only
