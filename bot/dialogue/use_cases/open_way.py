"""Begin the way of buttons in a new message, once the account has agreed."""

from bot.dialogue.desk import Talk
from bot.dialogue.screens.way import enter
from bot.dialogue.use_cases.consent import ask, has_agreed
from bot.dialogue.where import Where


async def open_way(talk: Talk, at: Where) -> None:
    """Without the consent it waits as words do: the consent is asked for first. Raises ClinicClientError."""
    if not await has_agreed(talk):
        talk.memory.way = at.pack()
        ask(talk)
        return
    talk.out.say(await enter(talk, at))


async def open_waiting(talk: Talk) -> None:
    """Go where a link or a command wanted to go before the consent was given. Raises ClinicClientError."""
    waiting = talk.memory.way
    if waiting is not None:
        talk.out.say(await enter(talk, Where.parse(waiting)))
        talk.memory.way = None
