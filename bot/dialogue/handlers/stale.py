"""Buttons of another version, or forged ones: said so, and nothing happens."""

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.dialogue.desk import Talk
from bot.dialogue.views import notices


async def stale(_query: CallbackQuery, talk: Talk) -> None:
    talk.out.say(notices.notice(talk.texts, "stale"))


def router() -> Router:
    made = Router(name="stale")
    made.callback_query.register(stale)
    return made
