"""Gives the rooms that are forums their topics: once, and again when somebody has taken one away."""

import asyncio
import logging

from aiogram import Bot
from aiogram.exceptions import AiogramError

from bot.managers.room_book import RoomBook
from bot.storage.rooms import TOPICS, Room
from bot.texts import Texts

AGAIN_SECONDS = 3600.0
"""A group may have become a forum, or we its administrator, without our being told."""
log = logging.getLogger(__name__)


async def keep_furnished(bot: Bot, book: RoomBook, words: Texts) -> None:
    """For ever. What Telegram refuses is left as it is: then all is said in the general topic."""
    while True:
        book.changed.clear()
        for room in book.rooms:
            if len(room.topics) < len(TOPICS):
                await _furnish(bot, book, room, words)
        try:
            async with asyncio.timeout(AGAIN_SECONDS):
                await book.changed.wait()
        except TimeoutError:
            pass


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
