"""The account's appointments as a screen: see, move or cancel one. And what it waits for."""

from bot.dialogue.desk import Talk
from bot.dialogue.screens.waits import places_of
from bot.dialogue.use_cases.my_appointments import coming
from bot.dialogue.use_cases.visit import visits_of
from bot.dialogue.use_cases.waits import own_waits
from bot.dialogue.views import mine, waits
from bot.dialogue.views.screen import Screen, paragraphs


async def own_visits_screen(talk: Talk) -> Screen:
    """Raises ClinicClientError."""
    visits = mine.mine(talk.texts, await visits_of(talk, await coming(talk)), talk.now)
    places = await places_of(talk, await own_waits(talk))
    if not places:
        return visits
    waiting = waits.waiting(talk.texts, places)
    return Screen(paragraphs([visits.text, waiting.text]), (*visits.buttons, *waiting.buttons), visits.grid)
