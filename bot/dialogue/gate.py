"""The emergency gate: every text passes it before anything else reads it."""

import logging
from collections.abc import Awaitable, Callable, Sequence
from typing import Any

from aiogram import BaseMiddleware
from aiogram.types import Message, TelegramObject

from bot.dialogue.desk import Talk
from bot.dialogue.out import Priority
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
    """Answers an emergency and lets nothing else happen; other messages pass.

    `parts`: the messages of a burst that was joined into one; each of them is asked about, and all of them together.
    """

    async def __call__(
        self,
        handler: Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]],
        event: TelegramObject,
        data: dict[str, Any],
    ) -> Any:
        talk: Talk = data["talk"]
        if isinstance(event, Message) and (text := event.text or event.caption):
            parts: Sequence[str] = data.get("parts", ())
            codes = (emergency_in(talk, words) for words in (text, *parts))
            code = next((found for found in codes if found is not None), None)
            if code is not None:
                talk.memory.drop_wish()  # a consent given later must not bring a routine visit up
                talk.out.say(emergency(talk.texts, code), priority=Priority.EMERGENCY)
                return None
        return await handler(event, data)
