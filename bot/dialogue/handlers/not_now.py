"""'Not happening now', under the answer to an emergency: the booking goes on where it was."""

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.dialogue.callbacks import NotNow
from bot.dialogue.desk import Talk
from bot.dialogue.handlers import next_step
from bot.dialogue.screens.held import held_screen
from bot.dialogue.use_cases.deny_alarm import deny_alarm
from bot.dialogue.views import emergency, notices


async def not_now(_query: CallbackQuery, callback_data: NotNow, talk: Talk) -> None:
    """Works once. Raises ClinicClientError, ClinicUnavailable: then the wish waits on."""
    if not deny_alarm(talk, callback_data.number):
        talk.out.say(emergency.too_late(talk.texts, talk.desk.helplines))
        return
    talk.out.replace(emergency.not_now(talk.texts, talk.desk.helplines))
    await _resume(talk)


async def _resume(talk: Talk) -> None:
    memory = talk.memory
    if memory.waiting is not None or memory.way is not None:
        await next_step.go_on(talk)
    elif memory.then == "call":
        memory.then = None
        await next_step.call_back(talk)
    elif memory.then == "family":
        memory.then = None
        await next_step.show_family(talk)
    elif memory.asking is not None:
        talk.out.say(notices.notice(talk.texts, "emergency-go-on-question"))
    elif (hold := memory.standing_hold(talk.now)) is not None:
        talk.out.say(await held_screen(talk, hold))
    elif memory.answered is not None:
        talk.out.say(notices.notice(talk.texts, "emergency-go-on"))
    else:
        talk.out.say(notices.notice(talk.texts, "what-now"))


def router() -> Router:
    made = Router(name="not now")
    made.callback_query.register(not_now, NotNow.filter())
    return made
