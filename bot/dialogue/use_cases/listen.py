"""Make a voice message into text."""

import asyncio
import io
import logging

import aiohttp
from aiogram import Bot
from aiogram.exceptions import TelegramAPIError

from bot.dialogue.desk import Talk
from bot.dialogue.languages import language_of
from bot.dialogue.memory import Voice
from bot.voice import NotHeard, Recording, Transcriber

DOWNLOAD_SECONDS = 20
log = logging.getLogger(__name__)


async def listen(talk: Talk, bot: Bot, voice: Voice, transcriber: Transcriber) -> str:
    """What the message says; its language becomes the conversation's, unless one was chosen. Raises NotHeard.

    Only for an account that has agreed: the recording leaves the house.
    """
    try:
        content = await _file(bot, voice.file_id)
        chosen = talk.language if talk.memory.language_chosen else None
        text = await transcriber.text_of(Recording(content, voice.name, voice.media_type), chosen)
    except NotHeard as error:
        log.warning("a voice message was not heard: %s", error)
        raise
    if not talk.memory.language_chosen:
        talk.memory.language = language_of(text) or talk.memory.language
    return text


async def _file(bot: Bot, file_id: str) -> bytes:
    content = io.BytesIO()
    try:
        async with asyncio.timeout(DOWNLOAD_SECONDS):
            await bot.download(file_id, destination=content)
    except (TelegramAPIError, aiohttp.ClientError, OSError) as error:  # TimeoutError is an OSError
        raise NotHeard(f"the file did not come: {type(error).__name__}") from error
    return content.getvalue()
