"""What is told of tickets: cards and words for the managers, the clinic's words for the patient."""

from bot.dialogue.desk import Desk, Talk
from bot.dialogue.memory import Memory
from bot.dialogue.out import Out, Outgoing, Priority, Words
from bot.dialogue.ticket_names import card_label, comment_label
from bot.dialogue.use_cases.tickets import when_answered
from bot.dialogue.views import tickets
from bot.dialogue.views.screen import Screen
from bot.managers.tickets import views
from bot.texts import texts
from contracts.deliveries import Delivery
from contracts.tickets import TicketComment, TicketDetails, TicketStatus


async def opened(delivery: Delivery, desk: Desk) -> list[Outgoing]:
    """The card, as a reply to that of the ticket which it continues; words too long for it follow whole."""
    ticket, out = await _ticket(delivery, desk), Out()
    desk.speakers.people_may(ticket.account)
    before = card_label(ticket.follows_id) if ticket.follows_id is not None else None
    card = views.card(texts(desk.language), ticket, desk.zone)
    out.say(card, label=card_label(ticket.id), priority=Priority.DECISION, reply_to=before)
    first = ticket.comments[0] if ticket.comments else None
    if first is not None and views.is_long(first.text):
        _say_comment(out, ticket, first, desk)
    return out.items


async def changed(delivery: Delivery, desk: Desk) -> list[Outgoing]:
    """The card as it stands: somebody changed it who is not in the group."""
    ticket = await _ticket(delivery, desk)
    card = views.card(texts(desk.language), ticket, desk.zone)
    words = Words(html=card.text, markup=card.markup)
    return [Outgoing(content=words, target=card_label(ticket.id), priority=Priority.DECISION)]


async def commented(delivery: Delivery, desk: Desk) -> list[Outgoing]:
    """The patient's words, as a reply to the card."""
    ticket, out = await _ticket(delivery, desk), Out()
    comment = _comment(delivery, ticket)
    if comment is not None:
        _say_comment(out, ticket, comment, desk)
    return out.items


async def undelivered(delivery: Delivery, desk: Desk) -> list[Outgoing]:
    """The patient lets the bot write no more: a reply to the card says so, with the phone if there is one."""
    ticket, out = await _ticket(delivery, desk), Out()
    label = f"ticket-{ticket.id}-u{ticket.version}"
    out.say(views.undelivered(texts(desk.language), ticket), label=label, reply_to=card_label(ticket.id))
    return out.items


async def answered(delivery: Delivery, desk: Desk) -> list[Outgoing]:
    """The clinic's words, for the patient."""
    ticket, out = await _own_ticket(delivery, desk), Out()
    comment = _comment(delivery, ticket)
    if comment is not None:
        shown = tickets.from_clinic(texts(desk.language), comment.text)
        out.say(shown, label=comment_label(ticket.id, comment.id), priority=Priority.DECISION)
    return out.items


async def taken(delivery: Delivery, desk: Desk) -> list[Outgoing]:
    """People have the conversation again."""
    ticket = await _own_ticket(delivery, desk)
    if not ticket.human_owned:
        return []
    talk = Talk(desk, delivery.recipient, Memory(language=desk.language), desk.clock(), Out())
    opening = await when_answered(talk, ticket.branch_id)
    return _said(tickets.people_answer(talk.texts, ticket.id, "taken", opening, talk.now), ticket)


async def given_back(delivery: Delivery, desk: Desk) -> list[Outgoing]:
    ticket = await _own_ticket(delivery, desk)
    if ticket.human_owned or ticket.status is TicketStatus.CLOSED:
        return []
    return _said(tickets.assistant_is_back(texts(desk.language)), ticket)


async def closed(delivery: Delivery, desk: Desk) -> list[Outgoing]:
    ticket = await _own_ticket(delivery, desk)
    return _said(tickets.closed(texts(desk.language), ticket.id), ticket)


def _said(screen: Screen, ticket: TicketDetails) -> list[Outgoing]:
    """A reply to it is a word about the ticket."""
    out = Out()
    out.say(screen, label=f"ticket-{ticket.id}-v{ticket.version}", priority=Priority.DECISION)
    return out.items


def _say_comment(out: Out, ticket: TicketDetails, comment: TicketComment, desk: Desk) -> None:
    shown = views.comment(texts(desk.language), ticket, comment)
    label = comment_label(ticket.id, comment.id)
    out.say(shown, label=label, priority=Priority.DECISION, reply_to=card_label(ticket.id))


def _comment(delivery: Delivery, ticket: TicketDetails) -> TicketComment | None:
    """None: of very many it is not among the newest any more."""
    number = int(delivery.payload["comment_id"])
    return next((each for each in ticket.comments if each.id == number), None)


async def _ticket(delivery: Delivery, desk: Desk) -> TicketDetails:
    """Words and names are fetched now, as the clinic's staff: they travel in no delivery."""
    return await desk.clinic.ticket(int(delivery.payload["ticket_id"]), version=int(delivery.payload["version"]))


async def _own_ticket(delivery: Delivery, desk: Desk) -> TicketDetails:
    """On behalf of the account: nobody reads what is not theirs."""
    desk.speakers.people_may(delivery.recipient)
    calls = desk.clinic.on_behalf_of(delivery.recipient)
    return await calls.ticket(int(delivery.payload["ticket_id"]), version=int(delivery.payload["version"]))
