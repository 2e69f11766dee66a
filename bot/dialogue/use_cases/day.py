"""The free times of a day: all of them if they are few, else part of the day by part, page by page."""

import asyncio
from collections import Counter
from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from bot.dialogue.desk import Talk
from bot.dialogue.use_cases.month import NoTime
from bot.dialogue.use_cases.search import free_on
from bot.dialogue.use_cases.wish import Wish
from contracts.schedule import PartOfDay, Slot

ON_A_PAGE = 8
FEW = 10
"""So many times are shown at once; more are parted by morning, afternoon and evening."""
_MOST = 300


@dataclass(frozen=True, slots=True)
class Parts:
    """Which parts of the day have free time, and how much."""

    day: date
    counts: dict[PartOfDay, int]


@dataclass(frozen=True, slots=True)
class Times:
    """A page of times."""

    day: date
    slots: tuple[Slot, ...]
    total: int
    page: int
    pages: int


async def times_of(talk: Talk, wish: Wish, day: date) -> Parts | Times | NoTime:
    """What is free on the day of the branch. Raises ClinicClientError."""
    part = wish.where.part
    found = await free_on(talk, wish, day, part, _MOST)
    if not found.slots and part is not None:
        part = None  # that part has filled up meanwhile: show what the day still has
        found = await free_on(talk, wish, day, None, _MOST)
    if not found.slots:
        return NoTime(found.reasons)
    if part is None and len(found.slots) > FEW:
        counts = await _by_part(talk, wish, day, found.slots)
        if len(counts) > 1:
            return Parts(day, counts)
    pages = -(-len(found.slots) // ON_A_PAGE)
    page = min(wish.where.page, pages - 1)
    return Times(day, found.slots[page * ON_A_PAGE : (page + 1) * ON_A_PAGE], len(found.slots), page, pages)


async def _by_part(talk: Talk, wish: Wish, day: date, slots: tuple[Slot, ...]) -> dict[PartOfDay, int]:
    counts = Counter(part_of(slot) for slot in slots)
    if len(slots) == _MOST:  # a large clinic: the answer may have ended before the evening
        found = await asyncio.gather(*(free_on(talk, wish, day, part, _MOST) for part in PartOfDay))
        counts = Counter({part: len(of_part.slots) for part, of_part in zip(PartOfDay, found, strict=True)})
    return {part: counts[part] for part in PartOfDay if counts[part]}


def part_of(slot: Slot) -> PartOfDay:
    """On the branch's clock, as the contract draws the lines."""
    hour = slot.start_time.astimezone(ZoneInfo(slot.time_zone)).hour
    if hour < 12:
        return PartOfDay.MORNING
    return PartOfDay.AFTERNOON if hour < 17 else PartOfDay.EVENING
