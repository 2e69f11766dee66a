"""What a turn knows of its update and its chat."""

from aiogram.types import Update

from bot.dialogue.memory import Memory


def callback_of(update: Update) -> str | None:
    """The id of the tap that is to be acknowledged."""
    return None if update.callback_query is None else update.callback_query.id


def language_of(memory: Memory) -> str | None:
    return memory.language
