"""Updates to a bot's own server.

As the real one does (WebhookActor.cpp): updates of one queue go one after another, other queues beside it, an update is
repeated with growing pauses until it is answered with 2xx, and the answer's body may carry a call of one method.
"""

import asyncio
import json
from collections import deque
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import httpx

from sandbox.bot_api.arguments import Arguments
from sandbox.bot_api.inbox import Inbox, Update
from sandbox.world.people import Bot

LONGEST_ANSWER = 60.0
"""Seconds that the bot's server may take."""
Perform = Callable[[Bot, str, Arguments], Awaitable[Any]]
_NOT_IN_ANSWERS = frozenset({"deletewebhook", "setwebhook", "close", "logout"})


@dataclass(frozen=True, slots=True)
class WebhookSettings:
    url: str
    secret: str
    max_connections: int


class Webhook:
    """Delivers one bot's updates; `first_pause` and `longest_pause` in seconds."""

    def __init__(
        self,
        bot: Bot,
        inbox: Inbox,
        settings: WebhookSettings,
        perform: Perform,
        clock: Callable[[], datetime],
        first_pause: float,
        longest_pause: float,
    ) -> None:
        self.bot, self.inbox, self.settings = bot, inbox, settings
        self.perform, self.clock = perform, clock
        self.first_pause, self.longest_pause = first_pause, longest_pause
        self.last_error: tuple[int, str] | None = None
        """Unix seconds and words."""
        self._queues: dict[tuple[str, int], deque[Update]] = {}
        self._places = asyncio.Semaphore(settings.max_connections)
        self._new: asyncio.Queue[tuple[str, int]] = asyncio.Queue()

    async def run(self) -> None:
        """Until it is cancelled."""
        for update in self.inbox.pending.values():
            self.add(update)
        self.inbox.on_update = self.add
        limits = httpx.Limits(max_connections=None, max_keepalive_connections=self.settings.max_connections)
        try:
            async with (
                httpx.AsyncClient(timeout=LONGEST_ANSWER, limits=limits, trust_env=False) as client,
                asyncio.TaskGroup() as tasks,
            ):
                while True:
                    tasks.create_task(self._drain(await self._new.get(), client))
        finally:
            if self.inbox.on_update == self.add:
                self.inbox.on_update = None

    def add(self, update: Update) -> None:
        waiting = self._queues.get(update.queue)
        if waiting is not None:
            waiting.append(update)
            return
        self._queues[update.queue] = deque([update])
        self._new.put_nowait(update.queue)

    async def _drain(self, key: tuple[str, int], client: httpx.AsyncClient) -> None:
        """Deliver a queue until it is empty."""
        waiting = self._queues[key]
        pause = self.first_pause
        while waiting:
            update = waiting[0]
            async with self._places:
                error, retry_after = await self._deliver(update, client)
            if error is None:
                self.inbox.forget(update.id)
                waiting.popleft()
                pause = self.first_pause
                continue
            self.last_error = (int(self.clock().timestamp()), error)
            await asyncio.sleep(retry_after or pause)
            pause = min(pause * 2, self.longest_pause)
        del self._queues[key]

    async def _deliver(self, update: Update, client: httpx.AsyncClient) -> tuple[str | None, float]:
        """What went wrong, None if nothing did, and the seconds that the bot's server wants us to wait."""
        headers = {"Content-Type": "application/json"}
        if self.settings.secret:
            headers["X-Telegram-Bot-Api-Secret-Token"] = self.settings.secret
        try:
            response = await client.post(self.settings.url, content=update.body, headers=headers)
        except httpx.TimeoutException:
            return "Read timeout expired", 0
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            return f"Connection failed: {type(error).__name__}", 0
        if not response.is_success:
            wait = response.headers.get("retry-after", "")
            words = f"Wrong response from the webhook: {response.status_code} {response.reason_phrase}"
            return words, float(wait) if wait.isdecimal() else 0
        await self._answer(response)
        return None, 0

    async def _answer(self, response: httpx.Response) -> None:
        """Carry out the call in the answer's body, if there is one; what comes of it is not told."""
        values: Any = None
        with suppress(ValueError):
            values = json.loads(response.content) if response.content else None
        if not isinstance(values, dict) or not isinstance(values.get("method"), str):
            return
        method = values["method"].lower()
        if method not in _NOT_IN_ANSWERS and not method.startswith("get"):
            await self.perform(self.bot, values["method"], Arguments(values))
