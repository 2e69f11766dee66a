"""Shows the rooms our commands, and gives forums their topics: once, and again when one was taken away."""

import asyncio
import logging

from aiogram import Bot
from aiogram.exceptions import AiogramError
from aiogram.types import BotCommand, BotCommandScopeChat

from bot.managers.commands import COMMANDS
from bot.managers.room_book import RoomBook
from bot.storage.rooms import TOPICS, Room
from bot.texts import Texts

AGAIN_SECONDS = 3600.0
"""A group may have become a forum, or we its administrator, without our being told."""
log = logging.getLogger(__name__)


async def keep_furnished(bot: Bot, book: RoomBook, words: Texts) -> None:
    """For ever. What Telegram refuses is left as it is: then all is said in the general topic."""
    introduced: set[int] = set()
    while True:
        book.changed.clear()
        for room in book.rooms:
            if room.chat_id not in introduced and await _introduce(bot, room, words):
                introduced.add(room.chat_id)
            if len(room.topics) < len(TOPICS):
                await _furnish(bot, book, room, words)
        try:
            async with asyncio.timeout(AGAIN_SECONDS):
                await book.changed.wait()
        except TimeoutError:
            pass


async def _introduce(bot: Bot, room: Room, words: Texts) -> bool:
    """Show the commands in the room; whether Telegram has taken them."""
    commands = [BotCommand(command=one, description=words.say(f"managers-command-{one}")) for one in COMMANDS]
    try:
        return await bot.set_my_commands(commands, BotCommandScopeChat(chat_id=room.chat_id))
    except (AiogramError, UnicodeDecodeError) as error:
        log.info("a managers' room shows no commands: %s", type(error).__name__)
        return False


async def _furnish(bot: Bot, book: RoomBook, room: Room, words: Texts) -> None:
    try:
        if not (await bot.get_chat(room.chat_id)).is_forum:
            return
        for topic in TOPICS:
            if topic not in room.topics:
                made = await bot.create_forum_topic(room.chat_id, words.say(f"managers-topic-{topic}"))
                await book.has_topic(room.chat_id, topic, made.message_thread_id)
    except (AiogramError, UnicodeDecodeError) as error:
        log.info("a managers' room has no topics: %s", type(error).__name__)
