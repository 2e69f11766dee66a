"""JSON as the real server reads it: no NaN, and only letters that UTF-8 has."""

import json
from typing import Any

from sandbox.bot_api import refusals
from sandbox.bot_api.refused import Refused


def loads(text: str | bytes) -> Any:
    """Raises ValueError for what is no JSON, Refused for half a surrogate pair."""
    values = json.loads(text, parse_constant=_refuse_constant)
    escape = b"\\ud" if isinstance(text, bytes) else "\\ud"
    if escape in text.lower():  # type: ignore[operator]
        try:
            json.dumps(values, ensure_ascii=False).encode()
        except UnicodeEncodeError:
            raise Refused(refusals.not_utf8) from None
    return values


def _refuse_constant(name: str) -> Any:
    raise ValueError(f"{name} is no JSON")
