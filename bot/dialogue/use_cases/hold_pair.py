"""Hold two times in a row for two people: both or neither."""

from dataclasses import dataclass
from datetime import datetime

from api_client import ClinicClientError, ConsentRequired, QuotaExceeded, Refused
from bot.dialogue.desk import Talk
from bot.dialogue.use_cases.find_pairs import Pair, find_pair, find_pairs
from bot.dialogue.use_cases.hold_slot import hold_anew, release_forgotten
from bot.dialogue.use_cases.let_go import let_go
from contracts.appointments import Hold, HoldRequest
from contracts.schedule import Slot


@dataclass(frozen=True, slots=True)
class HeldPair:
    first: Hold
    second: Hold


@dataclass(frozen=True, slots=True)
class PairGone:
    """The two times cannot be had together any more; other pairs that can."""

    instead: tuple[Pair, ...]


async def hold_pair(talk: Talk, people: tuple[int, int], doctor_id: int, start: datetime) -> HeldPair | PairGone:
    """What the two still hold is given back first, so a second tap holds the same times again.

    Raises ConsentRequired, QuotaExceeded, ClinicClientError; nothing is held then.
    """
    if talk.memory.hold is not None:
        await let_go(talk, talk.memory.hold.hold.hold_id)
    for client_id in people:
        await release_forgotten(talk, client_id)
    pair = await find_pair(talk, people, doctor_id, start)
    if pair is None:
        return await pair_gone(talk, people, doctor_id, start)
    held = await _both(talk, people, pair)
    return held or PairGone(await find_pairs(talk, people, [pair.first]))


async def pair_gone(talk: Talk, people: tuple[int, int], doctor_id: int, start: datetime) -> PairGone:
    """Other pairs near that time. Raises ClinicClientError."""
    free = await talk.calls.nearest_slots(doctor_id=doctor_id, after=max(start, talk.now), limit=1)
    near: tuple[Slot, ...] = free.slots
    return PairGone(await find_pairs(talk, people, near))


async def _both(talk: Talk, people: tuple[int, int], pair: Pair) -> HeldPair | None:
    try:
        first = await hold_anew(talk, HoldRequest(slot_id=pair.first.slot_id, client_id=people[0]))
    except (ConsentRequired, QuotaExceeded):
        raise
    except Refused:
        return None
    try:
        second = await hold_anew(talk, HoldRequest(slot_id=pair.second.slot_id, client_id=people[1]))
    except ClinicClientError as error:
        await let_go(talk, first.hold_id)  # both or neither
        if isinstance(error, Refused) and not isinstance(error, ConsentRequired | QuotaExceeded):
            return None
        raise
    return HeldPair(first, second)
