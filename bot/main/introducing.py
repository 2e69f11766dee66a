"""The bot's commands and descriptions, where they are written; without them it serves all the same."""

import importlib

from aiogram import Bot

from bot.texts import LANGUAGES

WRITTEN_IN = "bot.main.introduce"


async def introduce(bot: Bot, manager_chat_id: int | None) -> None:
    """Raises TelegramAPIError."""
    try:
        written = importlib.import_module(WRITTEN_IN)
    except ModuleNotFoundError:
        return
    await written.introduce(bot, LANGUAGES, manager_chat_id)
