"""A call by the clinic, asked for."""

from bot.dialogue.desk import Talk
from bot.dialogue.memory import Asking
from bot.dialogue.use_cases.call_back import ask_for_call
from bot.dialogue.use_cases.consent import ask, has_agreed
from bot.dialogue.views import contact


async def call_back(talk: Talk) -> None:
    """Ask for a call; consent and phone first, each asked for once. Raises ClinicClientError."""
    if not await has_agreed(talk):
        talk.memory.then = "call"
        ask(talk)
        return
    request = await ask_for_call(talk)
    if request is None:
        talk.memory.asking = Asking(what="phone", call=True)
        talk.out.say(contact.ask_phone(talk.texts, call=True))
        return
    talk.out.say(contact.call_opened(talk.texts, request))
