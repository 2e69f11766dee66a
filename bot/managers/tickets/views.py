"""The card of a ticket, and what was written to it. Managers may see names and words; logs may not."""

from zoneinfo import ZoneInfo

from bot.dialogue.ticket_callbacks import CloseTicket, GiveTicketBack, TakeTicket
from bot.dialogue.views.dates import clock_time, full_date
from bot.dialogue.views.screen import Button, Screen, cut, escaped
from bot.texts import Texts
from contracts.tickets import CommentAuthor, TicketComment, TicketDetails, TicketStatus

WORDS_IN_CARD = 1200
"""Letters: longer words follow the card as a message of their own."""


def is_long(words: str) -> bool:
    return len(words) > WORDS_IN_CARD


def card(texts: Texts, ticket: TicketDetails, zone: ZoneInfo, owner: str | None = None) -> Screen:
    """What it is about, who has it and what can be done. `owner`: the name of whoever took it, if it is known."""
    status = f"managers-ticket-status-{ticket.status.replace('_', '-')}"
    lines = [
        texts.html("managers-ticket-title", number=str(ticket.id), reason=_reason(texts, ticket)),
        escaped(_who(texts, ticket)),
        texts.html("managers-ticket-at", at=_at(texts, ticket, zone)),
    ]
    if ticket.follows_id is not None:
        lines.append(texts.html("managers-ticket-follows", number=str(ticket.follows_id)))
    if ticket.summary:
        lines += ["", texts.html("managers-ticket-summary"), escaped(ticket.summary)]
    if ticket.comments:
        lines += ["", f"<blockquote>{escaped(cut(ticket.comments[0].text, WORDS_IN_CARD))}</blockquote>"]
    lines += ["", f"<b>{texts.html(status)}</b>", _owner(texts, ticket, owner)]
    return Screen("\n".join(lines).rstrip(), _buttons(texts, ticket))


def comment(texts: Texts, ticket: TicketDetails, written: TicketComment) -> Screen:
    """Words of either side, for the group."""
    if written.author is CommentAuthor.PATIENT:
        heading = texts.html("managers-ticket-patient-wrote", number=str(ticket.id), name=_name(texts, ticket))
    else:
        heading = texts.html("managers-ticket-clinic-wrote", number=str(ticket.id))
    return Screen(f"{heading}\n{escaped(written.text)}")


def undelivered(texts: Texts, ticket: TicketDetails) -> Screen:
    phone = ticket.phone or texts.say("managers-call-no-phone")
    return Screen(texts.html("managers-ticket-undelivered", number=str(ticket.id), phone=phone))


def _buttons(texts: Texts, ticket: TicketDetails) -> tuple[Button, ...]:
    if ticket.status is TicketStatus.CLOSED:
        return ()
    number = ticket.id
    take = Button(texts.say("managers-ticket-take"), TakeTicket(ticket_id=number), "primary")
    give = Button(texts.say("managers-ticket-give-back"), GiveTicketBack(ticket_id=number))
    close = Button(texts.say("managers-ticket-close"), CloseTicket(ticket_id=number))
    if not ticket.human_owned:
        return take, close
    return (give, close) if ticket.owner is not None else (take, give, close)


def _owner(texts: Texts, ticket: TicketDetails, owner: str | None) -> str:
    if ticket.status is TicketStatus.CLOSED:
        return texts.html("managers-ticket-closed-by", who=owner) if owner is not None else ""
    if not ticket.human_owned:
        return texts.html("managers-ticket-assistant-has-it")
    if ticket.owner is None:
        return texts.html("managers-ticket-nobody-has-it")
    return texts.html("managers-ticket-owner", who=owner or texts.say("managers-ticket-somebody"))


def _reason(texts: Texts, ticket: TicketDetails) -> str:
    return texts.say(f"managers-ticket-reason-{ticket.reason.replace('_', '-')}")


def _who(texts: Texts, ticket: TicketDetails) -> str:
    return ", ".join([_name(texts, ticket), *([ticket.phone] if ticket.phone else [])])


def _name(texts: Texts, ticket: TicketDetails) -> str:
    return ticket.full_name or texts.say("managers-call-unnamed")


def _at(texts: Texts, ticket: TicketDetails, zone: ZoneInfo) -> str:
    opened = ticket.created_at
    return f"{full_date(texts, opened, zone.key)}, {clock_time(texts, opened, zone.key)}"
