"""What an offer's end means for what it was made for: each capability that makes offers brings its own."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy.ext.asyncio import AsyncConnection

from clinic.offers.domain import Kind, Status

Row = Mapping[Any, Any]


async def _nothing_more(*_: object) -> None:
    return None


@dataclass(frozen=True, slots=True)
class Outcome:
    """Both run inside the transaction that ends the offer, after holds and visit have changed."""

    accepted: Callable[[AsyncConnection, Row, Row, datetime], Awaitable[None]] = _nothing_more
    """The offer, the appointment that came of it, now."""
    closed: Callable[[AsyncConnection, Row, Status, datetime], Awaitable[None]] = _nothing_more
    """The offer, how it ended without being accepted, now."""


Outcomes = Mapping[Kind, Outcome]
