"""The emergency gate: every text passes it before anything else reads it."""

import logging
import re
from collections.abc import Awaitable, Callable, Sequence
from typing import Any

from aiogram import BaseMiddleware
from aiogram.types import Message, TelegramObject

from bot.dialogue.alarms import ONE_BREATH, Spoken
from bot.dialogue.desk import Talk
from bot.dialogue.use_cases.raise_alarm import raise_alarm
from bot.dialogue.use_cases.tickets import pass_on_emergency

UNSURE = "unsure"
_COMMAND = "/"
_OF_THE_BOT = re.compile(r"^/[A-Za-z0-9_]+(?:@[A-Za-z0-9_]+)?(?=\s|$)")
log = logging.getLogger(__name__)


def emergency_in(talk: Talk, text: str) -> str | None:
    """The emergency's code, or None. A gate that fails has found one: nobody is turned away by a broken rule.

    A command is no word of a person's: ``/help`` asks how the bot is used. What follows it is read.
    """
    try:
        return talk.desk.gate(_OF_THE_BOT.sub("", text), talk.language)
    except Exception as error:
        # Fail closed, whatever the rules may raise; the text itself never goes to the log.
        log.error("the emergency gate failed, the message counts as an emergency: %s", type(error).__name__)
        return UNSURE


def alarm(talk: Talk, *texts: str) -> bool:
    """Whether any of the texts tells of an emergency, alone or with what was written a breath before.

    If so it has been answered, and nothing else may happen.
    """
    before = None if texts[0].startswith(_COMMAND) else talk.memory.spoken
    together = () if before is None or talk.now - before.at > ONE_BREATH else (f"{before.text}\n{texts[0]}",)
    code = next((found for text in (*texts, *together) if (found := emergency_in(talk, text)) is not None), None)
    if code is None:
        # A command is no part of a sentence.
        talk.memory.spoken = None if texts[0].startswith(_COMMAND) else Spoken(text=texts[0], at=talk.now)
        return False
    talk.memory.spoken = None
    raise_alarm(talk, code)
    return True


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
            if alarm(talk, text, *parts):
                await pass_on_emergency(talk, event.message_id, text)
                return None
        return await handler(event, data)
