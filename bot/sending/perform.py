"""One outgoing message as a call of the Bot API."""

import logging
from typing import assert_never

from aiogram import Bot
from aiogram.enums import ParseMode
from aiogram.exceptions import AiogramError, TelegramBadRequest
from aiogram.types import BufferedInputFile, InlineKeyboardMarkup, Message, ReplyParameters

from bot.dialogue.out import File, Outgoing, Place, Words

UNCHANGED = "message is not modified"
LOST = ("message to edit not found", "message can't be edited", "message identifier is not specified")
GONE = ("message to delete not found", "message can't be deleted", "message identifier is not specified")


TOPIC_LOST = ("message thread not found", "TOPIC_CLOSED", "TOPIC_DELETED")
log = logging.getLogger(__name__)


def topic_is_lost(error: Exception) -> bool:
    """Whether the topic, and not the message, is what Telegram minds."""
    return isinstance(error, TelegramBadRequest) and any(reason in error.message for reason in TOPIC_LOST)


async def perform(
    bot: Bot,
    chat_id: int,
    item: Outgoing,
    target: int | None,
    thread: int | None = None,
    reply_to: int | None = None,
) -> int | None:
    """Send, change or take away; the message's id, None for one taken away.

    `target` is Telegram's id of the item's target, None if there is none any more; `thread` of the topic,
    `reply_to` of the message that a new one answers. What is
    already as wanted counts as done, and a message that cannot be changed any more is sent anew. Raises
    TelegramAPIError for everything else.
    """
    if item.content is None:
        if target is not None:
            await _take_away(bot, chat_id, target)
        return None
    if target is not None and isinstance(item.content, Words) and await _changed(bot, chat_id, target, item.content):
        return target
    if item.only_if_there:
        return None
    message_id = (await _send(bot, chat_id, item.content, thread, reply_to)).message_id
    if item.pin:
        await _pin(bot, chat_id, message_id)
    return message_id


async def _send(
    bot: Bot, chat_id: int, content: Words | File | Place, thread: int | None, reply_to: int | None
) -> Message:
    # Without the one that it answers, a message is still to be read.
    answers = ReplyParameters(message_id=reply_to, allow_sending_without_reply=True) if reply_to else None
    match content:
        case Words():
            return await bot.send_message(
                chat_id,
                content.html,
                message_thread_id=thread,
                reply_parameters=answers,
                parse_mode=ParseMode.HTML,
                reply_markup=content.markup,
            )
        case File():
            document = BufferedInputFile(content.content, content.name)
            return await bot.send_document(
                chat_id,
                document,
                message_thread_id=thread,
                reply_parameters=answers,
                caption=content.caption or None,
                parse_mode=ParseMode.HTML,
            )
        case Place():
            return await bot.send_venue(
                chat_id,
                message_thread_id=thread,
                reply_parameters=answers,
                latitude=content.latitude,
                longitude=content.longitude,
                title=content.title,
                address=content.address,
            )
        case _:
            assert_never(content)


async def _changed(bot: Bot, chat_id: int, message_id: int, words: Words) -> bool:
    """Whether the message now shows the words."""
    markup = words.markup if isinstance(words.markup, InlineKeyboardMarkup) else None
    try:
        await bot.edit_message_text(
            words.html, chat_id=chat_id, message_id=message_id, parse_mode=ParseMode.HTML, reply_markup=markup
        )
    except TelegramBadRequest as refusal:
        if UNCHANGED in refusal.message:
            return True
        if any(reason in refusal.message for reason in LOST):
            return False
        raise
    return True


async def _pin(bot: Bot, chat_id: int, message_id: int) -> None:
    """Best effort: the message is there in any case, and a bot that may not pin is told so once by its people."""
    try:
        await bot.pin_chat_message(chat_id, message_id, disable_notification=True)
    except (AiogramError, UnicodeDecodeError) as error:
        log.info("a message was not pinned: %s", type(error).__name__)


async def _take_away(bot: Bot, chat_id: int, message_id: int) -> None:
    try:
        await bot.delete_message(chat_id, message_id)
    except TelegramBadRequest as refusal:
        if not any(reason in refusal.message for reason in GONE):
            raise
