"""The wiring of the managers' group: its buttons, and nothing else. What is written there is not read."""

import logging
from collections.abc import Awaitable, Callable
from typing import Any

from aiogram import BaseMiddleware, Dispatcher
from aiogram.types import CallbackQuery, TelegramObject

from bot.dialogue.desk import Desk
from bot.dialogue.out import Out
from bot.managers.calls import router as calls
from bot.texts import texts

log = logging.getLogger(__name__)


class GroupOnly(BaseMiddleware):
    """Gives handlers `desk` and the tapped message. The edge feeds only what comes from the managers' group."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    async def __call__(
        self,
        handler: Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]],
        event: TelegramObject,
        data: dict[str, Any],
    ) -> Any:
        out: Out = data["out"]
        if isinstance(event, CallbackQuery) and event.message is not None:
            out.tapped = event.message.message_id
        data["desk"] = self._desk
        try:
            return await handler(event, data)
        except Exception as error:
            # The edge of the process: the manager is told, and the button can be tapped again.
            log.error("a manager's button failed: %s", type(error).__name__)
            out.note = texts(self._desk.language).say("managers-failed")
            return None


def managers_dispatcher(desk: Desk) -> Dispatcher:
    """For updates of the managers' group alone, fed like the patients' dispatcher; `memory` is not used."""
    made = Dispatcher(disable_fsm=True)
    made.callback_query.outer_middleware(GroupOnly(desk))
    made.include_router(calls())
    return made
