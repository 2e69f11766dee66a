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

    def __call__(self, query_id: str, note: str | None, alert: bool = False) -> None:
        """Answer a callback query, with a passing note, an alert, or neither; nobody waits for it."""
        self._tasks.create_task(self._answer(query_id, note, alert))

    async def _answer(self, query_id: str, note: str | None, alert: bool) -> None:
        try:
            await self._bot.answer_callback_query(query_id, note, show_alert=alert or None)
        except (
            AiogramError,
            UnicodeDecodeError,
        ) as error:  # too old, or Telegram is away: the tap's effect stands all the same
            log.debug("a tap was not acknowledged: %s", type(error).__name__)
