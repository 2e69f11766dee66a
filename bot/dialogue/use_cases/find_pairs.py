"""Two visits one right after the other, with the same doctor, for two people."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from api_client import NotFound
from bot.dialogue.desk import Talk
from contracts.schedule import Slot, Slots

MOST_PAIRS = 5
_DAYS, _SLOTS = 3, 200


@dataclass(frozen=True, slots=True)
class Pair:
    """`second` starts when `first` ends."""

    first: Slot
    second: Slot


async def find_pairs(talk: Talk, people: tuple[int, int], near: Sequence[Slot]) -> tuple[Pair, ...]:
    """At most 5, soonest first: on the days of `near` and with those doctors, as close to those times as there are;
    if there is nothing, the first of the same specialty at all. Each slot is one that its person may have.

    Raises ClinicClientError.
    """
    if not near:
        return ()
    days = list(dict.fromkeys((slot.doctor_id, slot.start_time.date()) for slot in near))[:_DAYS]
    found: list[Pair] = []
    for doctor_id, day in days:
        first, second = await asyncio.gather(
            *(talk.calls.slots(doctor_id=doctor_id, client_id=one, from_=day, to=day, limit=_SLOTS) for one in people)
        )
        found += _adjacent(first, second)
    if not found:
        specialty = near[0].specialty
        first, second = await asyncio.gather(
            *(talk.calls.nearest_slots(specialty=specialty, client_id=one, limit=_SLOTS) for one in people)
        )
        return tuple(_adjacent(first, second)[:MOST_PAIRS])
    closest = sorted(found, key=lambda pair: min(abs(pair.first.start_time - slot.start_time) for slot in near))
    return tuple(sorted(closest[:MOST_PAIRS], key=lambda pair: pair.first.start_time))


async def find_pair(talk: Talk, people: tuple[int, int], doctor_id: int, start: datetime) -> Pair | None:
    """Two free times in a row of the doctor from `start` on, as they are now; None: one of them is taken, or one of
    the people has been erased. Raises ClinicClientError."""
    first = await _slot(talk, people[0], doctor_id, start)
    second = await _slot(talk, people[1], doctor_id, first.end_time) if first is not None else None
    return Pair(first, second) if first is not None and second is not None else None


async def _slot(talk: Talk, client_id: int, doctor_id: int, start: datetime) -> Slot | None:
    try:
        found = await talk.calls.nearest_slots(doctor_id=doctor_id, client_id=client_id, after=start, limit=1)
    except NotFound:
        return None
    return next((slot for slot in found.slots if slot.start_time == start), None)


def _adjacent(first: Slots, second: Slots) -> list[Pair]:
    follows = {(slot.doctor_id, slot.start_time): slot for slot in second.slots}
    pairs = ((slot, follows.get((slot.doctor_id, slot.end_time))) for slot in first.slots)
    return [Pair(slot, next_one) for slot, next_one in pairs if next_one is not None]
