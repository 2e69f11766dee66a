"""The patient's side of tickets: what is written goes to the clinic's people, and who speaks is the clinic's to say."""

import asyncio
import hashlib
import logging
import re
from collections.abc import Sequence
from datetime import timedelta

from api_client import ClinicClientError, Invalid, NotFound, WrongTransition
from bot.dialogue.desk import Talk
from bot.dialogue.use_cases.ticket_summary import summary
from contracts.tickets import HandOver, NewTicket, Opening, Ticket, TicketDetails, TicketReason, TicketStatus

LONGEST = 4000
EMERGENCY_SECONDS = 1.0
log = logging.getLogger(__name__)
AFTERWARDS = timedelta(hours=24)
"""For so long words that are nothing else belong to a ticket that was closed."""
Written = Sequence[tuple[int, str]]
"""Messages by their numbers, in order. A burst stays several: when it is handled again it may be cut differently."""
_UNSENDABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff]")


async def owned_ticket(talk: Talk) -> Ticket | None:
    """The ticket in which people have this conversation; None: the assistant has it. Raises ClinicClientError."""
    speakers = talk.desk.speakers
    if talk.memory.agreed is None or speakers.assistant_alone(talk.account):
        return None
    mark = speakers.mark()
    found = (await talk.calls.tickets(human_owned=True, size=1)).tickets
    if found:
        return found[0]
    speakers.nobody_else(talk.account, mark)
    return None


async def lately_closed(talk: Talk) -> Ticket | None:
    """The ticket that was spoken in last, if it was closed a short while ago. Raises ClinicClientError."""
    if talk.memory.ticket is None:
        return None
    try:
        ticket = await talk.calls.ticket(talk.memory.ticket)
    except NotFound:
        talk.memory.ticket = None
        return None
    fresh = ticket.closed_at is not None and talk.now - ticket.closed_at <= AFTERWARDS
    return ticket if fresh else None


async def hand_over(talk: Talk, written: Written, reason: TicketReason) -> TicketDetails:
    """People have the conversation from now on: in the ticket that is open, else in a new one.

    Raises ConsentRequired, QuotaExceeded, ClinicClientError.
    """
    open_ones = [each for each in (await talk.calls.tickets(size=5)).tickets if each.status is not TicketStatus.CLOSED]
    if open_ones:
        return await write(talk, open_ones[0].id, written, reason)
    (first, key), *rest = pieces(written)
    wanted = talk.memory.wanted
    new = NewTicket(
        text=first,
        reason=reason,
        summary=await summary(talk),
        client_id=talk.memory.client_id,
        branch_id=wanted.branch if wanted is not None else None,
        key=key,
    )
    _people(talk)
    try:
        ticket = await talk.calls.open_ticket(new)
    except Invalid:  # the person was erased, or the branch is gone: the words are what matters
        ticket = await talk.calls.open_ticket(new.model_copy(update={"client_id": None, "branch_id": None}))
    for text, key in rest:
        ticket = await talk.calls.comment_on_ticket(ticket.id, text, key=key)
    return ticket


async def write(talk: Talk, ticket_id: int, written: Written, reason: TicketReason | None = None) -> TicketDetails:
    """The ticket that has the words now. `reason`: the assistant had the conversation, now people have it.

    Raises NotFound, QuotaExceeded, ClinicClientError.
    """
    handed = HandOver(reason=reason, summary=await summary(talk)) if reason is not None else None
    _people(talk)
    ticket: TicketDetails | None = None
    for text, key in pieces(written):
        ticket = await talk.calls.comment_on_ticket(
            ticket.id if ticket is not None else ticket_id, text, hand_over=handed if ticket is None else None, key=key
        )
    if ticket is None:
        raise ValueError("nothing was written")
    return ticket


async def back_to_assistant(talk: Talk, ticket_id: int) -> bool:
    """Whether there was such a ticket of this account; a closed one is nobody's already. Raises ClinicClientError."""
    try:
        await talk.calls.give_back_ticket(ticket_id)
    except WrongTransition:
        return True
    except NotFound:
        return False
    return True


async def when_answered(talk: Talk, branch_id: int | None) -> Opening | None:
    """None: nobody knows."""
    try:
        return await talk.calls.opening(branch_id=branch_id)
    except NotFound:
        return None


async def pass_on_emergency(talk: Talk, message_id: int, text: str) -> None:
    """Who has the conversation reads of it, too; the answer to an emergency waits for nobody and fails for nothing."""
    if talk.memory.ticket is None:
        return
    try:
        async with asyncio.timeout(EMERGENCY_SECONDS):
            if (ticket := await owned_ticket(talk)) is not None:
                await write(talk, ticket.id, [(message_id, text)])
    except (ClinicClientError, TimeoutError) as error:
        log.error("an emergency's words did not reach the ticket: %s", type(error).__name__)


def _people(talk: Talk) -> None:
    talk.desk.speakers.people_may(talk.account)
    talk.memory.asking = None


def pieces(written: Written) -> list[tuple[str, str]]:
    """What can be sent of the messages, with the keys by which the same message is known again."""
    pieces = []
    for message_id, text in written:
        sendable = _UNSENDABLE.sub("", text).strip() or "…"
        for number in range(0, len(sendable), LONGEST):
            piece = sendable[number : number + LONGEST].strip() or "…"
            print_ = hashlib.sha256(piece.encode()).hexdigest()[:12]
            pieces.append((piece, f"{message_id}.{number // LONGEST}.{print_}"))
    return pieces
