"""A real aiogram bot against the local Telegram."""

from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.types import (
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    Update,
)

from tests.sandbox.running import TOKEN


def aiogram_bot(url: str) -> Bot:
    return Bot(TOKEN, session=AiohttpSession(api=TelegramAPIServer.from_base(url)))


async def next_update(bot: Bot) -> Update:
    """The only one that waits; taken."""
    (update,) = await bot.get_updates(timeout=5)
    await bot.get_updates(offset=update.update_id + 1)
    return update


async def taken(bot: Bot) -> list[Update]:
    """All that wait; taken."""
    updates = await bot.get_updates(timeout=5)
    await bot.get_updates(offset=updates[-1].update_id + 1)
    return updates


def one_button(text: str = "Book", data: str = "book") -> InlineKeyboardMarkup:
    button = InlineKeyboardButton(text=text, callback_data=data, style="success")
    return InlineKeyboardMarkup(inline_keyboard=[[button]])
