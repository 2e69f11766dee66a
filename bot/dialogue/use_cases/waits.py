"""Stand in line for a time, leave the line, see where one stands."""

from dataclasses import dataclass
from typing import Literal

from api_client import ClinicClientError, Conflict, ConsentRequired, Invalid, NotFound, QuotaExceeded, WrongTransition
from bot.dialogue.desk import Talk
from bot.dialogue.use_cases.hold_slot import person
from bot.dialogue.wait_wish import WaitWish
from contracts.waits import NewWait, Wait


@dataclass(frozen=True, slots=True)
class NotWaiting:
    """Why nobody was put in line: nobody sees that person, the days are over, or too many wishes are open."""

    why: Literal["nobody", "over", "quota"]


async def wait_for(talk: Talk, wish: WaitWish) -> Wait | NotWaiting:
    """The place in line of who visits; the one that there is already, for the same wish.

    Raises ConsentRequired, ClinicClientError.
    """
    try:
        return await talk.calls.wait_for(_asked(wish, await person(talk)))
    except QuotaExceeded as refusal:
        if refusal.details.get("limit") != "waits_per_person":
            raise
        return NotWaiting("quota")
    except Invalid as refusal:
        if refusal.code == "unknown_person":
            talk.memory.client_id = None  # erased since: the next tap registers the person again
        return NotWaiting("over" if refusal.code == "in_the_past" else "nobody")


async def leave(talk: Talk, wait_id: int) -> Literal["left", "over", "unknown"]:
    """`over`: it had ended otherwise. Raises ClinicClientError."""
    try:
        await talk.calls.leave_wait(wait_id)
    except NotFound:
        return "unknown"
    except ConsentRequired:
        raise
    except (WrongTransition, Conflict):
        return "over"
    return "left"


async def own_waits(talk: Talk) -> tuple[Wait, ...]:
    """The account's open places; none if the clinic does not tell them now: visits are shown all the same."""
    try:
        return (await talk.calls.waits(open_=True)).waits
    except ClinicClientError:
        return ()


def _asked(wish: WaitWish, client_id: int) -> NewWait:
    start, end = wish.hours
    return NewWait(
        client_id=client_id,
        specialty=wish.specialty or None,
        doctor_id=wish.doctor_id or None,
        branch_id=wish.branch_id or None,
        first_day=wish.first_day,
        last_day=wish.last_day,
        start_minute=start,
        end_minute=end,
    )
