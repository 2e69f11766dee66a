"""The webhooks of all bots."""

import asyncio
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from sandbox.bot_api.inbox import Inbox
from sandbox.bot_api.webhook import Perform, Webhook, WebhookSettings
from sandbox.world.people import Bot


class Webhooks:
    """`run` must be running for anything to be delivered; webhooks that are set before it begin with it."""

    def __init__(
        self,
        inboxes: Mapping[int, Inbox],
        perform: Perform,
        clock: Callable[[], datetime],
        first_pause: float,
        longest_pause: float,
    ) -> None:
        self._inboxes, self._perform, self._clock = inboxes, perform, clock
        self._pauses = first_pause, longest_pause
        self._webhooks: dict[int, Webhook] = {}
        self._tasks: dict[int, asyncio.Task[None]] = {}
        self._group: asyncio.TaskGroup | None = None

    async def run(self) -> None:
        """Until it is cancelled."""
        try:
            async with asyncio.TaskGroup() as group:
                self._group = group
                for bot_id in self._webhooks:
                    self._begin(bot_id)
                await asyncio.Event().wait()
        finally:
            self._group = None

    def set(self, bot: Bot, settings: WebhookSettings) -> None:
        self.remove(bot.id)
        first, longest = self._pauses
        inbox = self._inboxes[bot.id]
        self._webhooks[bot.id] = Webhook(bot, inbox, settings, self._perform, self._clock, first, longest)
        self._begin(bot.id)

    def remove(self, bot_id: int) -> None:
        self._webhooks.pop(bot_id, None)
        if task := self._tasks.pop(bot_id, None):
            task.cancel()
            self._inboxes[bot_id].on_update = None

    def settings(self, bot_id: int) -> WebhookSettings | None:
        webhook = self._webhooks.get(bot_id)
        return webhook.settings if webhook else None

    def info(self, bot_id: int) -> dict[str, Any]:
        """What getWebhookInfo tells of it; nothing if there is none."""
        if (webhook := self._webhooks.get(bot_id)) is None:
            return {}
        shape: dict[str, Any] = {"url": webhook.settings.url, "max_connections": webhook.settings.max_connections}
        if webhook.last_error is not None:
            shape["last_error_date"], shape["last_error_message"] = webhook.last_error
        return shape

    def _begin(self, bot_id: int) -> None:
        if self._group is not None:
            self._tasks[bot_id] = self._group.create_task(self._webhooks[bot_id].run())
