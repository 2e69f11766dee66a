"""What Telegram shows of the bot before anybody writes: its commands, scoped and localised, and its descriptions."""

from collections.abc import Sequence

from aiogram import Bot
from aiogram.types import (
    BotCommand,
    BotCommandScopeAllPrivateChats,
    BotCommandScopeDefault,
)

from bot.texts import Language, texts

COMMANDS = ("book", "my", "family", "call", "write", "help", "lang", "cancel")
FALLBACK: Language = "en"
"""For patients whose Telegram speaks a language that we do not."""


async def introduce(bot: Bot, languages: Sequence[Language]) -> None:
    """Set everything anew: doing it again changes nothing. Managers' rooms have commands of their own.

    Raises TelegramAPIError.
    """
    for language in languages:
        await _in(bot, language, language)
    await _in(bot, FALLBACK, None)
    await bot.delete_my_commands(BotCommandScopeDefault())


async def _in(bot: Bot, language: Language, code: str | None) -> None:
    """`code`: for whom; None: for everybody else."""
    words = texts(language)
    commands = [BotCommand(command=one, description=words.say(f"command-{one}")) for one in COMMANDS]
    await bot.set_my_commands(commands, BotCommandScopeAllPrivateChats(), language_code=code)
    await bot.set_my_description(words.say("bot-description"), language_code=code)
    await bot.set_my_short_description(words.say("bot-short-description"), language_code=code)
