"""Put a screen into the chat."""

from contextlib import suppress

from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import CallbackQuery, Chat, Message

from bot.dialogue.views.screen import Screen


async def say(bot: Bot, chat: Chat, screen: Screen) -> None:
    """A new message."""
    await bot.send_message(chat.id, screen.text, reply_markup=screen.keyboard)


async def acknowledge(query: CallbackQuery, note: str | None = None) -> None:
    """Stop the button's spinner, with a passing note or without.

    Telegram refuses it for a tap of long ago, such as one that waited for this process to start; what the tap did
    stands all the same.
    """
    with suppress(TelegramBadRequest):
        await query.answer(note)


async def say_below(query: CallbackQuery, bot: Bot, screen: Screen) -> None:
    """A new message under the one whose button was tapped; the old buttons stay."""
    if query.message is not None:
        await say(bot, query.message.chat, screen)
    await acknowledge(query)


async def replace(query: CallbackQuery, bot: Bot, screen: Screen, *, repeated: str | None = None) -> None:
    """Turn the message whose button was tapped into `screen`; a message too old for that gets a new one below it.

    If it shows just that already, the tap was a repeated one: `repeated` is said in a passing note.
    """
    if not isinstance(query.message, Message):
        await say_below(query, bot, screen)
        return
    try:
        await query.message.edit_text(screen.text, reply_markup=screen.keyboard)
    except TelegramBadRequest as refusal:
        if "message is not modified" in refusal.message:
            await acknowledge(query, repeated)
            return
        await say(bot, query.message.chat, screen)
    await acknowledge(query)
