"""A hold as a screen."""

from aiogram.filters.callback_data import CallbackData

from bot.dialogue.desk import Talk
from bot.dialogue.use_cases.directory import known_branches
from bot.dialogue.use_cases.visit import known_people, worth_naming
from bot.dialogue.views import booking
from bot.dialogue.views.screen import Screen
from contracts.appointments import Hold


async def held_screen(talk: Talk, hold: Hold, *, other: CallbackData | None = None) -> Screen:
    """With its deadline, the place, and the person where that could be another one. `other`: as in the view."""
    branch = (await known_branches(talk)).get(hold.branch_id)
    person = worth_naming(await known_people(talk), hold.client_id)
    return booking.held(talk.texts, hold, branch, talk.now, person=person, other=other)
