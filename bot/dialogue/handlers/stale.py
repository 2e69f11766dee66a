"""Buttons of another version, or forged ones: said so, and nothing happens."""

from aiogram import Bot, Router
from aiogram.types import CallbackQuery

from bot.dialogue.desk import Talk
from bot.dialogue.show import say_below
from bot.dialogue.views import notices


async def stale(query: CallbackQuery, bot: Bot, talk: Talk) -> None:
    await say_below(query, bot, notices.notice(talk.texts, "stale"))


def router() -> Router:
    made = Router(name="stale")
    made.callback_query.register(stale)
    return made
