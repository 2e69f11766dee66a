"""The consent's buttons."""

from aiogram import Bot, Router
from aiogram.types import CallbackQuery

from bot.dialogue.callbacks import Agree, Refuse
from bot.dialogue.desk import Talk
from bot.dialogue.handlers.words import answer_waiting
from bot.dialogue.show import replace
from bot.dialogue.use_cases import consent
from bot.dialogue.views import notices


async def agree(query: CallbackQuery, callback_data: Agree, bot: Bot, talk: Talk) -> None:
    """Record it, then answer what was written before. An old version's button shows the current text instead."""
    if callback_data.version != talk.texts.say("consent-version"):
        await replace(query, bot, notices.consent(talk.texts))
        return
    await consent.agree(talk)
    await replace(query, bot, notices.notice(talk.texts, "consent-given"))
    if query.message is not None:
        await answer_waiting(bot, query.message.chat, talk)


async def refuse(query: CallbackQuery, bot: Bot, talk: Talk) -> None:
    consent.refuse(talk)
    await replace(query, bot, notices.notice(talk.texts, "consent-refused"))


def router() -> Router:
    made = Router(name="consent")
    made.callback_query.register(agree, Agree.filter())
    made.callback_query.register(refuse, Refuse.filter())
    return made
