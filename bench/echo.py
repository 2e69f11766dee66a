"""The yardstick: the shortest aiogram bot that edits the tapped message and stops its spinner. No memory, no queue.

`python -m bench.echo TELEGRAM_URL TOKEN`
"""

import asyncio
import sys

from aiogram import Bot, Dispatcher
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.types import CallbackQuery, Message


async def echo(query: CallbackQuery) -> None:
    if isinstance(query.message, Message):
        await query.message.edit_text(f"You tapped {query.data}")
    await query.answer()


async def main(url: str, token: str) -> None:
    dispatcher = Dispatcher()
    dispatcher.callback_query.register(echo)
    bot = Bot(token, AiohttpSession(api=TelegramAPIServer.from_base(url)))
    await dispatcher.start_polling(bot)


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], sys.argv[2]))
