"""What a patient reads of tickets."""

from datetime import datetime

from bot.dialogue.ticket_callbacks import ToAssistant, WriteMore, WriteNothing, WriteToClinic
from bot.dialogue.views import menu
from bot.dialogue.views.dates import clock_time, when
from bot.dialogue.views.screen import Button, Screen, escaped
from bot.texts import Texts
from contracts.tickets import Opening


def ask_words(texts: Texts) -> Screen:
    return Screen(texts.html("ticket-ask"), (Button(texts.say("ticket-not-now"), WriteNothing()),))


def people_answer(texts: Texts, ticket_id: int, reason: str, opening: Opening | None, now: datetime) -> Screen:
    """Who answers here from now on, and when; nobody is said to be reading now. `reason`: as the ticket's."""
    return Screen(
        "\n".join([texts.html(f"ticket-people-{reason.replace('_', '-')}"), hours(texts, opening, now)]),
        (Button(texts.say("ticket-to-assistant"), ToAssistant(ticket_id=ticket_id)),),
    )


def hours(texts: Texts, opening: Opening | None, now: datetime) -> str:
    if opening is None:
        return texts.html("ticket-hours-unknown")
    if opening.open_now:
        return texts.html("ticket-hours-now", closes=clock_time(texts, opening.closes, opening.time_zone))
    return texts.html("ticket-hours-next", opens=when(texts, opening.opens, opening.time_zone, now))


def from_clinic(texts: Texts, words: str) -> Screen:
    """As the clinic's, whoever of it wrote."""
    return Screen(f"<b>{texts.html('ticket-from-clinic')}</b>\n{escaped(words)}")


def assistant_is_back(texts: Texts) -> Screen:
    return Screen(texts.html("ticket-assistant-back"), keyboard=menu.main(texts))


def closed(texts: Texts, ticket_id: int) -> Screen:
    return Screen(texts.html("ticket-closed"), (Button(texts.say("ticket-more"), WriteMore(ticket_id=ticket_id)),))


def write_button(texts: Texts) -> Button:
    """On screens that could not help."""
    return Button(texts.say("menu-write"), WriteToClinic())
