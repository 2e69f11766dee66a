"""The account's appointments as a screen: see, move or cancel one."""

from bot.dialogue.desk import Talk
from bot.dialogue.use_cases.my_appointments import coming
from bot.dialogue.use_cases.visit import visits_of
from bot.dialogue.views import mine
from bot.dialogue.views.screen import Screen


async def own_visits_screen(talk: Talk) -> Screen:
    """Raises ClinicClientError."""
    return mine.mine(talk.texts, await visits_of(talk, await coming(talk)), talk.now)
