"""Query parameters as the service reads them."""

from collections.abc import Mapping
from datetime import date, datetime

QueryValue = str | int | date | None


def encode(query: Mapping[str, QueryValue]) -> dict[str, str]:
    """Leave out what is None; dates as ISO 8601. Raises ValueError for a naive datetime."""
    return {name: _text(value) for name, value in query.items() if value is not None}


def _text(value: str | int | date) -> str:
    if isinstance(value, datetime) and value.utcoffset() is None:
        raise ValueError("a datetime in a query must be aware")
    if isinstance(value, bool):
        return str(value).lower()
    return value.isoformat() if isinstance(value, date) else str(value)
