"""A call's parameters. The real server takes them as strings, or JSON in strings, and reads them leniently."""

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sandbox.bot_api.json_text import loads
from sandbox.bot_api.refusals import not_json
from sandbox.bot_api.refused import Refused


@dataclass(frozen=True, slots=True)
class Upload:
    name: str
    mime_type: str | None
    content: bytes


class Arguments:
    """`values`: strings from a query, a form or a webhook's answer, any JSON from a JSON body. `uploads` by field."""

    def __init__(self, values: Mapping[str, Any], uploads: Mapping[str, Upload] | None = None) -> None:
        self.values = values
        self.uploads = uploads or {}

    def has(self, name: str) -> bool:
        return self.values.get(name) is not None

    def text(self, name: str) -> str:
        """ "" if it is missing."""
        value = self.values.get(name)
        if isinstance(value, str):
            return value
        return "" if value is None else json.dumps(value)

    def integer(self, name: str, default: int = 0) -> int:
        """The number at the beginning of the text, as the real server reads it; without one, 0."""
        value = self.values.get(name)
        if isinstance(value, int):
            return int(value)
        return default if value in (None, "") else _leading_integer(str(value))

    def number(self, name: str) -> float | None:
        """None for what is no number."""
        try:
            value = float(self.text(name))
        except ValueError:
            return None
        return value if math.isfinite(value) else None

    def boolean(self, name: str) -> bool:
        value = self.values.get(name)
        return value if isinstance(value, bool) else self.text(name).strip().lower() in ("true", "yes", "1")

    def json(self, name: str, label: str) -> Any:
        """A structure; None if it is missing. Refuses what is no JSON, calling it `label`."""
        value = self.values.get(name)
        if not isinstance(value, str):
            return value
        if not value:
            return None
        try:
            return loads(value)
        except ValueError:
            raise Refused(not_json(label)) from None


def _leading_integer(text: str) -> int:
    digits = text.strip()
    sign = -1 if digits.startswith("-") else 1
    digits = digits.removeprefix("-")
    end = next((index for index, letter in enumerate(digits) if letter not in "0123456789"), len(digits))
    return sign * int(digits[: min(end, 18)] or 0)
