"""What the clinic wants to see of a patient's booking before it stands; wired in by whoever reviews."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Protocol

from sqlalchemy.ext.asyncio import AsyncConnection

from clinic.appointments.domain.states import State
from contracts.wishes import Wish

Row = Mapping[Any, Any]


class Review(Protocol):
    """Its calls run inside the transaction that books or moves, under the doctor's lock."""

    def state(self, account: str | None) -> State:
        """What a booking becomes: confirmed, or pending until somebody decides. `account` is None for staff."""

    async def booked(
        self, connection: AsyncConnection, visit: Row, account: str | None, wish: Wish | None, now: datetime
    ) -> None:
        """Keep what the patient asked for."""

    def decide_by(self, visit: Row, now: datetime) -> datetime | None:
        """Until when a visit that was just booked is decided; None if it stands already."""

    async def moved(self, connection: AsyncConnection, visit: Row, now: datetime) -> None:
        """A visit that is pending has another time."""
