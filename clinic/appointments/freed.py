"""Time that stops being taken: noted while a transaction changes it, handed on as the transaction's last act.

The notes travel with the connection, so that whoever changes an appointment need not know who waits for the time. They
are read when everything else has been written: a hold that is let go because a visit moves there frees nothing.
"""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy.ext.asyncio import AsyncConnection

from clinic.appointments.domain.states import BLOCKING, State
from clinic.schedule.engine.minutes import Minute, to_minute, to_minute_up

_NOTES = "freed_times"


@dataclass(frozen=True, slots=True)
class Freed:
    """A doctor's time, [`begin`, `end`), with the visit's buffers."""

    doctor_id: int
    begin: Minute
    end: Minute


OnFreed = Callable[[AsyncConnection, Sequence[Freed], datetime], Awaitable[object]]
"""Runs before the commit, under the locks of the doctors; what is free by then is for it to find out."""


async def take_notes(connection: AsyncConnection) -> Sequence[Freed]:
    """Note from now on what this connection's transaction frees; the sequence grows."""
    notes: list[Freed] = []
    await connection.execution_options(**{_NOTES: notes})
    return notes


def note(connection: AsyncConnection, before: Mapping[Any, Any], after: Mapping[Any, Any]) -> None:
    """Note the time of an appointment that has changed, if it gave it up; without `take_notes` nobody asked."""
    notes = connection.sync_connection.get_execution_options().get(_NOTES) if connection.sync_connection else None
    if notes is not None and _gives_up(before, after):
        blocked = before["blocked"]
        notes.append(Freed(before["doctor_id"], to_minute(blocked.lower), to_minute_up(blocked.upper)))


def _gives_up(before: Mapping[Any, Any], after: Mapping[Any, Any]) -> bool:
    if before["status"] not in BLOCKING or after["status"] == State.NEEDS_REBOOKING:
        return False  # of a doctor who cannot come nothing is free
    return after["status"] not in BLOCKING or any(before[name] != after[name] for name in ("doctor_id", "blocked"))
