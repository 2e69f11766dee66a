"""Appointments as screens."""

from bot.dialogue.desk import Talk
from bot.dialogue.use_cases.standing import NotStanding
from bot.dialogue.use_cases.visit import visit_of
from bot.dialogue.views import booking, mine
from bot.dialogue.views.screen import Screen
from contracts.appointments import Appointment


async def card_of(talk: Talk, appointment: Appointment, *, heading: str | None = None, file: bool = True) -> Screen:
    """The card, with all that is known around it. Parameters as in `views.booking.card`."""
    return booking.card(talk.texts, await visit_of(talk, appointment), heading=heading, file=file)


async def cannot_change(talk: Talk, outcome: NotStanding) -> Screen:
    """Why an appointment cannot be changed, and how it stands."""
    visit = await visit_of(talk, outcome.appointment) if outcome.appointment is not None else None
    return mine.cannot_change(talk.texts, outcome, visit)
