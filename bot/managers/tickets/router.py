"""Buttons under a ticket's card, and replies to its messages."""

from typing import Any

from aiogram import Router
from aiogram.filters import BaseFilter
from aiogram.types import CallbackQuery, Message

from api_client import NotFound, Taken, WrongTransition
from bot.dialogue.out import Out, Outgoing, Words
from bot.dialogue.ticket_callbacks import CloseTicket, GiveTicketBack, TakeTicket
from bot.dialogue.ticket_names import card_label, ticket_of
from bot.dialogue.use_cases.tickets import pieces
from bot.dialogue.views.notices import notice
from bot.dialogue.views.screen import Screen
from bot.managers.manager import Manager
from bot.managers.office import Office
from bot.managers.tickets.views import card
from contracts.tickets import TicketDetails, TicketStatus


async def take(_query: CallbackQuery, callback_data: TakeTicket, office: Office, manager: Manager, out: Out) -> None:
    """Two pressed at once: the other is told who was quicker. Raises ClinicClientError."""
    clinic = office.desk.clinic
    try:
        ticket = await clinic.take_ticket(callback_data.ticket_id, by=manager.account)
    except Taken as refusal:
        out.note = office.words.say("managers-ticket-taken", who=await office.names.of(str(refusal.details.get("by"))))
        out.alert = True
        ticket = await clinic.ticket(callback_data.ticket_id)
    except WrongTransition:
        ticket = await _as_it_stands(office, callback_data.ticket_id, out)
    except NotFound:
        out.replace(notice(office.words, "managers-ticket-gone"))
        return
    out.replace(await _card(office, ticket))


async def give_back(
    _query: CallbackQuery, callback_data: GiveTicketBack, office: Office, manager: Manager, out: Out
) -> None:
    """A second tap changes nothing. Raises ClinicClientError."""
    clinic = office.desk.clinic
    try:
        ticket = await clinic.give_back_ticket(callback_data.ticket_id, by=manager.account)
    except WrongTransition:
        ticket = await _as_it_stands(office, callback_data.ticket_id, out)
    except NotFound:
        out.replace(notice(office.words, "managers-ticket-gone"))
        return
    out.replace(await _card(office, ticket))


async def close(_query: CallbackQuery, callback_data: CloseTicket, office: Office, manager: Manager, out: Out) -> None:
    """A second tap shows how it stands. Raises ClinicClientError."""
    clinic = office.desk.clinic
    try:
        ticket = await clinic.set_ticket_status(callback_data.ticket_id, TicketStatus.CLOSED, by=manager.account)
    except WrongTransition:
        ticket = await _as_it_stands(office, callback_data.ticket_id, out)
    except NotFound:
        out.replace(notice(office.words, "managers-ticket-gone"))
        return
    out.replace(await _card(office, ticket))


class AnswersTicket(BaseFilter):
    """Passes a reply to any message of a ticket; a command is none."""

    async def __call__(self, message: Message, replied: str | None = None) -> bool | dict[str, Any]:
        ticket_id = ticket_of(replied)
        if ticket_id is None or (message.text or "").startswith("/"):
            return False
        return {"ticket_id": ticket_id}


async def answer(message: Message, ticket_id: int, office: Office, manager: Manager, out: Out) -> None:
    """The words become the clinic's; what is no words is said to stay here. Raises ClinicClientError."""
    text = message.text or message.caption
    mine = message.message_id
    if text is None:
        out.say(notice(office.words, "managers-ticket-words-only"), reply_to=mine)
        return
    ticket: TicketDetails | None = None
    try:
        for piece, key in pieces([(mine, text)]):
            ticket = await office.desk.clinic.comment_on_ticket(
                ticket_id, piece, by=manager.account, key=f"{message.chat.id}/{key}"
            )
    except WrongTransition:
        out.say(notice(office.words, "managers-ticket-closed-not-sent", number=str(ticket_id)), reply_to=mine)
        return
    except NotFound:
        out.say(notice(office.words, "managers-ticket-gone"), reply_to=mine)
        return
    if message.text is None:
        out.say(notice(office.words, "managers-ticket-caption-only"), reply_to=mine)
    if ticket is not None:
        screen = await _card(office, ticket)
        words = Words(html=screen.text, markup=screen.markup)
        out.items.append(Outgoing(content=words, target=card_label(ticket.id), topic=out.topic))


async def _as_it_stands(office: Office, ticket_id: int, out: Out) -> TicketDetails:
    ticket = await office.desk.clinic.ticket(ticket_id)
    if ticket.status is TicketStatus.CLOSED:
        out.note = office.words.say("managers-ticket-is-closed")
    return ticket


async def _card(office: Office, ticket: TicketDetails) -> Screen:
    """The patient's next words are people's business, or the assistant's again: the clinic is to be asked."""
    office.desk.speakers.people_may(ticket.account)
    owner = await office.names.of(ticket.owner) if ticket.owner is not None else None
    return card(office.words, ticket, office.desk.zone, owner)


def router() -> Router:
    """Registered after the commands."""
    made = Router(name="managers' tickets")
    made.callback_query.register(take, TakeTicket.filter())
    made.callback_query.register(give_back, GiveTicketBack.filter())
    made.callback_query.register(close, CloseTicket.filter())
    made.message.register(answer, AnswersTicket())
    return made
