"""Free time for a wish, as the clinic knows it now."""

from collections.abc import Awaitable, Callable
from datetime import date
from typing import Any, TypeVar

from api_client import NotFound
from bot.dialogue.desk import Talk
from bot.dialogue.use_cases.wish import Wish
from contracts.schedule import PartOfDay, SlotDay, Slots

Answer = TypeVar("Answer")


async def free_days(talk: Talk, wish: Wish, from_: date | None) -> tuple[SlotDay, ...]:
    """In 62 days from `from_` (None: today) on. Raises ClinicClientError."""
    return await _asked(talk, wish, lambda person: talk.calls.slot_days(**_who(wish), client_id=person, from_=from_))


async def free_on(talk: Talk, wish: Wish, day: date, part: PartOfDay | None, limit: int) -> Slots:
    """On a day of the branch's zone. Raises ClinicClientError."""
    return await _asked(
        talk,
        wish,
        lambda person: talk.calls.slots(
            **_who(wish), client_id=person, from_=day, to=day, part_of_day=part, limit=limit
        ),
    )


async def free_after(talk: Talk, wish: Wish, after: date | None, limit: int, *, doctor_id: int | None = None) -> Slots:
    """The first from `after` (a date or an aware datetime; None: now) on. `doctor_id` narrows the wish.

    Raises ClinicClientError.
    """
    who = _who(wish) if doctor_id is None else {**_who(wish), "doctor_id": doctor_id}
    return await _asked(
        talk, wish, lambda person: talk.calls.nearest_slots(**who, client_id=person, after=after, limit=limit)
    )


def _who(wish: Wish) -> dict[str, Any]:
    return {
        "specialty": wish.specialty,
        "doctor_id": wish.where.doctor_id or None,
        "branch_id": wish.where.branch_id or None,
        "visit_type_id": wish.moving.visit_type_id if wish.moving else None,
    }


async def _asked(talk: Talk, wish: Wish, call: Callable[[int | None], Awaitable[Answer]]) -> Answer:
    try:
        return await call(wish.client_id)
    except NotFound:
        if wish.client_id is None:
            raise
        if wish.moving is None:
            talk.memory.client_id = None  # erased since: who holds a slot next is registered again
        return await call(None)
