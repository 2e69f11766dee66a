"""The consent's buttons."""

from aiogram import Bot, Router
from aiogram.types import CallbackQuery

from bot.dialogue.callbacks import Agree, Refuse
from bot.dialogue.desk import Talk
from bot.dialogue.handlers import next_step
from bot.dialogue.handlers.after_booking import ask_name
from bot.dialogue.handlers.voices import hear_waiting
from bot.dialogue.handlers.writing import ask_for_words
from bot.dialogue.use_cases import consent
from bot.dialogue.views import notices


async def agree(_query: CallbackQuery, callback_data: Agree, talk: Talk, bot: Bot) -> None:
    """Record it, then go on with what was wanted before; an old version's button shows the current text.

    Who wanted nothing yet is asked for the name now; everybody else after the visit has been booked.
    """
    if callback_data.version != talk.texts.say("consent-version"):
        talk.out.replace(notices.consent(talk.texts))
        return
    await consent.agree(talk)
    talk.out.replace(notices.notice(talk.texts, "consent-given"))
    then, talk.memory.then = talk.memory.then, None
    if talk.memory.voices:
        await hear_waiting(talk, bot)
    elif then == "call":
        await next_step.call_back(talk)
    elif then == "ticket":
        await ask_for_words(talk)
    elif then == "family":
        await next_step.show_family(talk)
    elif talk.memory.waiting is None and talk.memory.way is None and await ask_name(talk):
        return
    else:
        await next_step.go_on(talk)


async def refuse(_query: CallbackQuery, talk: Talk) -> None:
    consent.refuse(talk)
    talk.out.replace(notices.notice(talk.texts, "consent-refused"))


def router() -> Router:
    made = Router(name="consent")
    made.callback_query.register(agree, Agree.filter())
    made.callback_query.register(refuse, Refuse.filter())
    return made
