"""Hold a doctor's time that was picked from a day's list, whenever that list was shown."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from bot.dialogue.desk import Talk
from bot.dialogue.use_cases.hold_slot import take
from bot.dialogue.use_cases.instead import Gone, Why
from bot.dialogue.use_cases.let_go import let_go
from bot.dialogue.use_cases.search import free_after
from bot.dialogue.use_cases.standing import STANDING
from bot.dialogue.use_cases.wish import Wish
from contracts.appointments import Appointment, AppointmentStatus, Hold
from contracts.schedule import ReasonCode, Slot

INSTEAD = 5


@dataclass(frozen=True, slots=True)
class Lost:
    """The time cannot be had any more; what is free instead, of the same wish, soonest first."""

    why: Why | Literal["past"]
    instead: tuple[Slot, ...]


async def pick_time(talk: Talk, wish: Wish, doctor_id: int, start: datetime) -> Hold | Appointment | Lost:
    """The hold; or the patient's own appointment at that very time; or what is free instead.

    The button names no slot id, so it never grows old: the time is looked up anew. A second tap shows the same hold.
    Raises ConsentRequired, QuotaExceeded, and ClinicClientError when the clinic does not answer.
    """
    kept = talk.memory.hold
    if kept is not None and (kept.hold.doctor_id, kept.hold.start_time) == (doctor_id, start):
        if kept.hold.expires_at > talk.now:
            return kept.hold
        await let_go(talk, kept.hold.hold_id)
    if start <= talk.now:
        return await lost(talk, wish, "past", None)
    slot = await find(talk, wish, doctor_id, start)
    if slot is None:
        mine = await _mine_at(talk, doctor_id, start)
        if mine is None or mine.status is not AppointmentStatus.HELD:
            return mine or await lost(talk, wish, "taken", start)
        await let_go(talk, mine.id)  # a hold that was forgotten in a crash
        slot = await find(talk, wish, doctor_id, start)
        if slot is None:
            return await lost(talk, wish, "taken", start)
    held = await take(talk, slot.slot_id, slot)
    if isinstance(held, Gone):
        return Lost("wrong-age", ()) if held.why == "wrong-age" else await lost(talk, wish, held.why, start)
    return held


async def find(talk: Talk, wish: Wish, doctor_id: int, start: datetime) -> Slot | None:
    """The doctor's free slot that starts then. Raises ClinicClientError."""
    found = await free_after(talk, wish, start, 1, doctor_id=doctor_id)
    return next((slot for slot in found.slots if slot.start_time == start), None)


async def lost(talk: Talk, wish: Wish, why: Why | Literal["past"], after: datetime | None) -> Lost:
    """What is free from `after` (None: now) on instead. `why` is another one if nobody there sees that age.

    Raises ClinicClientError.
    """
    found = await free_after(talk, wish, after, INSTEAD)
    nobody = not found.slots and any(one.code is ReasonCode.NO_DOCTOR for one in found.reasons)
    return Lost("wrong-age" if nobody else why, found.slots)


async def _mine_at(talk: Talk, doctor_id: int, start: datetime) -> Appointment | None:
    page = await talk.calls.appointments(doctor_id=doctor_id, from_=start, to=start + timedelta(minutes=1))
    blocking = (AppointmentStatus.HELD, *STANDING)
    return next((one for one in page.appointments if one.start_time == start and one.status in blocking), None)
