"""A clock that stands still until it is told to go on."""

from datetime import UTC, datetime, timedelta

MONDAY = datetime(2026, 3, 2, 6, 0, tzinfo=UTC)
"""Monday 2 March 2026, 06:00 UTC: 09:00 in Moscow, before office hours in UTC."""


class StillClock:
    def __init__(self, now: datetime = MONDAY) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now

    def advance(self, **by: float) -> None:
        """Go on by timedelta(**by)."""
        self.now += timedelta(**by)
