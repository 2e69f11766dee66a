"""The consent's buttons."""

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.dialogue.callbacks import Agree, Refuse
from bot.dialogue.desk import Talk
from bot.dialogue.handlers.words import answer_waiting
from bot.dialogue.use_cases import consent
from bot.dialogue.views import notices


async def agree(_query: CallbackQuery, callback_data: Agree, talk: Talk) -> None:
    """Record it, then answer what was written before. An old version's button shows the current text instead."""
    if callback_data.version != talk.texts.say("consent-version"):
        talk.out.replace(notices.consent(talk.texts))
        return
    await consent.agree(talk)
    talk.out.replace(notices.notice(talk.texts, "consent-given"))
    await answer_waiting(talk)


async def refuse(_query: CallbackQuery, talk: Talk) -> None:
    consent.refuse(talk)
    talk.out.replace(notices.notice(talk.texts, "consent-refused"))


def router() -> Router:
    made = Router(name="consent")
    made.callback_query.register(agree, Agree.filter())
    made.callback_query.register(refuse, Refuse.filter())
    return made
