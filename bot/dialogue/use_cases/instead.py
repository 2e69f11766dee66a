"""What to offer when a time is gone."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from api_client import ClinicClientError
from bot.dialogue.desk import Talk
from bot.dialogue.memory import Offer
from contracts.appointments import Appointment, Hold
from contracts.schedule import Slot

Why = Literal["taken", "hold-expired", "offer-expired", "not-bookable", "let-go", "wrong-age"]
Visit = Slot | Hold | Appointment
HOW_MANY = 3


@dataclass(frozen=True, slots=True)
class Gone:
    """A time that cannot be had any more, and what can be."""

    why: Why
    offers: tuple[Offer, ...]


async def gone(talk: Talk, why: Why, nearest: tuple[Slot, ...], lost: Visit | None) -> Gone:
    """`nearest` if the service named any; else the first free slots of the lost visit's specialty and branch.

    They are remembered as shown.
    """
    slots = nearest if nearest or lost is None else await _nearest(talk, lost)
    offers = tuple(Offer(slot=slot) for slot in slots[:HOW_MANY])
    if offers:
        talk.memory.show(offers)
    return Gone(why, offers)


def united(offers: Iterable[Offer]) -> tuple[Offer, ...]:
    """Soonest first; of two for the same time the first one given, for its reason."""
    times: dict[tuple[int, datetime], Offer] = {}
    for offer in offers:
        times.setdefault((offer.slot.doctor_id, offer.slot.start_time), offer)
    return tuple(sorted(times.values(), key=lambda offer: (offer.slot.start_time, offer.slot.doctor_id)))


async def _nearest(talk: Talk, lost: Visit) -> tuple[Slot, ...]:
    try:
        found = await talk.calls.nearest_slots(specialty=lost.specialty, branch_id=lost.branch_id, limit=HOW_MANY)
    except ClinicClientError:
        return ()  # that the time is gone is told in any case
    return found.slots
