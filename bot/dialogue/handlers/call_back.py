"""'Call me back': always at hand."""

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from bot.dialogue.desk import Talk
from bot.dialogue.handlers import next_step
from bot.dialogue.menu import MenuWord
from bot.dialogue.people_callbacks import CallMe, NoCall
from bot.dialogue.use_cases.call_back import no_call
from bot.dialogue.views import notices


async def asked(_message: Message, talk: Talk) -> None:
    await next_step.call_back(talk)


async def tapped(_query: CallbackQuery, talk: Talk) -> None:
    """The screen that offered it stays: its other buttons still work."""
    await next_step.call_back(talk)


async def taken_back(_query: CallbackQuery, callback_data: NoCall, talk: Talk) -> None:
    """Again for the same request: the same words."""
    outcome = await no_call(talk, callback_data.request_id)
    talk.out.replace(notices.notice(talk.texts, f"call-{outcome}"))


def router() -> Router:
    made = Router(name="call back")
    made.message.register(asked, MenuWord("call"))
    made.message.register(asked, Command("call"))
    made.callback_query.register(tapped, CallMe.filter())
    made.callback_query.register(taken_back, NoCall.filter())
    return made
