"""Words that are for the clinic's people: the assistant says nothing to them."""

from collections.abc import Sequence
from datetime import timedelta

from api_client import NotFound, Refused
from bot.dialogue.desk import Talk
from bot.dialogue.use_cases.tickets import (
    Written,
    hand_over,
    lately_closed,
    owned_ticket,
    when_answered,
    write,
)
from bot.dialogue.views import tickets
from contracts.tickets import Ticket, TicketReason
from understanding import complaints, dates, requests
from understanding.requests.clinic import KnownClinic

QUIET = timedelta(hours=12)
"""After so long a silence the patient is told again who answers here, and how to have the assistant back."""


async def went_to_people(talk: Talk, replied: int | None = None) -> bool:
    """Whether the words that wait were for people, and are with them now.

    `replied`: the ticket whose message they answer. Raises ClinicClientError: the words wait on.
    """
    memory = talk.memory
    written = waiting_messages(talk)
    try:
        if memory.asking is not None and memory.asking.what == "ticket":
            await _written(talk, written, memory.asking.ticket_id)
        elif (owned := await owned_ticket(talk)) is not None:
            ticket = await write(talk, owned.id, written)
            if memory.ticket != ticket.id or talk.now - owned.updated_at > QUIET:
                await say_who_answers(talk, ticket)
        elif (ticket_id := replied or await _belongs_to(talk)) is not None:
            await _written(talk, written, ticket_id)
        else:
            return False
    except Refused:
        memory.waiting, memory.waiting_ids = None, []  # asking again would not help
        raise
    memory.waiting, memory.waiting_ids = None, []
    return True


async def to_people(talk: Talk, written: Written, reason: TicketReason) -> None:
    """The assistant hands over. Raises ClinicClientError."""
    ticket = await hand_over(talk, written, reason)
    talk.memory.waiting, talk.memory.waiting_ids = None, []
    await say_who_answers(talk, ticket)


async def say_who_answers(talk: Talk, ticket: Ticket) -> None:
    talk.memory.ticket = ticket.id
    opening = await when_answered(talk, ticket.branch_id)
    talk.out.say(tickets.people_answer(talk.texts, ticket.id, ticket.reason.value, opening, talk.now))


def waiting_messages(talk: Talk) -> list[tuple[int, str]]:
    """The messages whose words wait, as they were written; all of it as one where they are not known any more."""
    heard = {one.message_id: one.text for one in talk.memory.heard}
    ids: Sequence[int] = talk.memory.waiting_ids
    if ids and all(number in heard for number in ids):
        return [(number, heard[number]) for number in ids]
    return [(ids[-1] if ids else 0, talk.memory.waiting or "")]


async def _written(talk: Talk, written: Written, ticket_id: int | None) -> None:
    """To that ticket, or to the one that is open, or to a new one."""
    try:
        if ticket_id is not None:
            await say_who_answers(talk, await write(talk, ticket_id, written, TicketReason.PATIENT_WROTE))
            return
    except NotFound:
        pass  # it was erased: the words are worth a new one
    await to_people(talk, written, TicketReason.PATIENT_WROTE)


async def _belongs_to(talk: Talk) -> int | None:
    """The ticket that was closed lately, if the words are nothing for the assistant."""
    if talk.memory.ticket is None or _for_assistant(talk, talk.memory.waiting or ""):
        return None
    closed = await lately_closed(talk)
    return None if closed is None else closed.id


def _for_assistant(talk: Talk, text: str) -> bool:
    wish = dates.parse(text, talk.language, talk.now.astimezone(talk.desk.zone))
    asked = requests.read(text, KnownClinic())
    return bool(complaints.rank(text, talk.language) or wish.windows or wish.asap or asked.question or asked.chat)
