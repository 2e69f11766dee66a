"""The emergency gate: every text passes it before anything else reads it."""

import logging
from collections.abc import Awaitable, Callable
from typing import Any

from aiogram import BaseMiddleware, Bot
from aiogram.types import Message, TelegramObject

from bot.dialogue.desk import Talk
from bot.dialogue.show import say
from bot.dialogue.views.notices import emergency

UNSURE = "unsure"
log = logging.getLogger(__name__)


def emergency_in(talk: Talk, text: str) -> str | None:
    """The emergency's code, or None. A gate that fails has found one: nobody is turned away by a broken rule."""
    try:
        return talk.desk.gate(text, talk.language)
    except Exception as error:
        # Fail closed, whatever the rules may raise; the text itself never goes to the log.
        log.error("the emergency gate failed, the message counts as an emergency: %s", type(error).__name__)
        return UNSURE


class EmergencyGate(BaseMiddleware):
    """Answers an emergency and lets nothing else happen; other messages pass."""

    async def __call__(
        self,
        handler: Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]],
        event: TelegramObject,
        data: dict[str, Any],
    ) -> Any:
        talk: Talk = data["talk"]
        bot: Bot = data["bot"]
        if isinstance(event, Message) and (text := event.text or event.caption):
            code = emergency_in(talk, text)
            if code is not None:
                return await say(bot, event.chat, emergency(talk.texts, code))
        return await handler(event, data)
