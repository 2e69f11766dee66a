"""Branches, doctors and visit types, kept for a minute: they change rarely, and every screen needs them."""

from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from typing import Generic, TypeVar

from api_client import ClinicCalls, ClinicClientError
from contracts.schedule import Branch, Doctor, VisitType

LIFETIME = timedelta(seconds=60)
Value = TypeVar("Value")


class Kept(Generic[Value]):
    """One answer, asked for anew when it is older than a minute."""

    def __init__(self, load: Callable[[], Awaitable[Value]], clock: Callable[[], datetime]) -> None:
        self._load = load
        self._clock = clock
        self._kept: tuple[datetime, Value] | None = None

    async def __call__(self) -> Value:
        """Raises ClinicClientError if nothing is known yet; a clinic that is away now is known as it was."""
        now, kept = self._clock(), self._kept
        if kept is not None and now < kept[0] + LIFETIME:
            return kept[1]
        try:
            value = await self._load()
        except ClinicClientError:
            if kept is None:
                raise
            return kept[1]
        self._kept = now, value
        return value


class Directory:
    """The same for every patient, so it is read as the clinic's own. Each may raise ClinicClientError."""

    def __init__(self, calls: ClinicCalls, clock: Callable[[], datetime]) -> None:
        self.branches: Kept[tuple[Branch, ...]] = Kept(calls.branches, clock)
        self.doctors: Kept[tuple[Doctor, ...]] = Kept(calls.doctors, clock)
        self.visit_types: Kept[tuple[VisitType, ...]] = Kept(calls.visit_types, clock)
