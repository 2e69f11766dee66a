"""Stop the spinner on a tapped button: at once and best effort, it changes nothing."""

import asyncio
import logging

from aiogram import Bot
from aiogram.exceptions import AiogramError

log = logging.getLogger(__name__)


class Acknowledging:
    def __init__(self, tasks: asyncio.TaskGroup, bot: Bot) -> None:
        self._tasks = tasks
        self._bot = bot

    def __call__(self, query_id: str, note: str | None) -> None:
        """Answer a callback query, with a passing note or without; nobody waits for it."""
        self._tasks.create_task(self._answer(query_id, note))

    async def _answer(self, query_id: str, note: str | None) -> None:
        try:
            await self._bot.answer_callback_query(query_id, note)
        except (
            AiogramError,
            UnicodeDecodeError,
        ) as error:  # too old, or Telegram is away: the tap's effect stands all the same
            log.debug("a tap was not acknowledged: %s", type(error).__name__)
