"""Sends what waits in the queue, and records what became of it."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass
from datetime import datetime

from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest
from pydantic import ValidationError

from bot.dialogue.out import Outgoing, Target
from bot.metrics import Metrics
from bot.points import Passing
from bot.sending.labels import Labels
from bot.sending.limits import Limits, SendLimits
from bot.sending.outcomes import Verdict, verdict
from bot.sending.perform import perform, topic_is_lost
from bot.sending.queue import Queue
from bot.storage.rooms import Topic
from bot.storage.sends import Done, Outcome, Send

SEVERAL, AT_ONCE_SECONDS = 3, 1.0
"""So many chats told to wait within a second mean that all of them are."""
GIVE_UP_SECONDS = 24 * 3600.0
log = logging.getLogger(__name__)
Finished = Callable[[Send, Outcome], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Topics:
    """Topics of forums."""

    thread: Callable[[int, Topic | int | None], int | None]
    """Telegram's id of a chat's topic, if there is one."""
    lost: Callable[[int, int], Awaitable[None]]
    """Telegram knows it no more."""


class Sender:
    """At least once: what was accepted but not recorded before a crash is sent again.

    A failure of the database, and TokenRefused, end the task group.
    """

    def __init__(
        self,
        *,
        bot: Bot,
        tasks: asyncio.TaskGroup,
        limits: SendLimits,
        labels: Labels,
        record: Callable[[Done], Awaitable[object]],
        finished: Finished,
        moved: Callable[[int, int], Awaitable[None]],
        topics: Topics,
        passing: Passing,
        metrics: Metrics,
        clock: Callable[[], datetime],
    ) -> None:
        """`finished` hears of each outcome once it is recorded; `moved` of groups with a new id."""
        self._bot = bot
        self._tasks = tasks
        self._loop = asyncio.get_running_loop()
        self._most = limits.at_once
        self._queue = Queue(Limits(limits, self._loop.time()))
        self._labels = labels
        self._record = record
        self._finished = finished
        self._moved = moved
        self._topics = topics
        self._passing = passing
        self._metrics = metrics
        self._clock = clock
        self._running = 0
        self._stopping = False
        self._timer: asyncio.TimerHandle | None = None
        self._told_to_wait: dict[int, float] = {}
        self._began: dict[int, float] = {}
        """When a send that fails was tried first."""
        self._idle = asyncio.Event()
        self._idle.set()

    def push(self, sends: Iterable[Send]) -> None:
        """Take over sends that are stored."""
        for send in sends:
            wait = 0.0
            if send.not_before is not None:
                wait = max(0.0, (send.not_before - self._clock()).total_seconds())
            self._queue.add(send, self._loop.time() + wait if wait else 0.0)
        self._pump()

    @property
    def waiting(self) -> int:
        """How many have no outcome yet."""
        return len(self._queue) + self._running

    def may_show(self, chat_id: int) -> bool:
        """Whether a chat action would not disturb what Telegram made us wait for."""
        return self._told_to_wait.get(chat_id, 0.0) <= self._loop.time()

    async def finish(self, seconds: float) -> None:
        """Send what may go now, for at most so long; then only what is on its way comes to its end."""
        if len(self._queue) == 0 and self._running == 0:
            self._stopping = True
            return
        try:
            async with asyncio.timeout(seconds):
                while len(self._queue):
                    self._idle.clear()
                    await self._idle.wait()
        except TimeoutError:
            log.info("%s messages stay in the queue", len(self._queue))
        self._stopping = True
        while self._running:
            self._idle.clear()
            await self._idle.wait()

    def _pump(self) -> None:
        """Start all that may start now; come back when time allows more."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        while self._running < self._most and not self._stopping:
            found = self._queue.next(self._loop.time())
            if isinstance(found, Send):
                self._running += 1
                self._tasks.create_task(self._send(found))
                continue
            if found is not None:
                self._timer = self._loop.call_later(found, self._pump)
            return

    async def _send(self, send: Send) -> None:
        try:
            await self._try(send)
        finally:
            self._running -= 1
            self._idle.set()
        self._pump()

    async def _try(self, send: Send) -> None:
        send.attempts += 1
        try:
            item = _item(send)
            target, reply_to = [await self._message(send.chat_id, one) for one in (item.target, item.reply_to)]
        except ValidationError:
            log.error("send %s was written by another version: left out", send.id)
            await self._end(send, Outcome.REFUSED, None)
            return
        try:
            message_id = await self._perform(send.chat_id, item, target, reply_to)
        except Exception as error:
            # Whatever it is, the table of verdicts knows what to do; a message must not block its chat for ever.
            await self._not_sent(send, verdict(error, send.attempts))
            return
        self._passing("sent")
        await self._end(send, Outcome.SENT, message_id)
        self._passing("recorded")

    async def _message(self, chat_id: int, named: Target | None) -> int | None:
        return await self._labels.find(chat_id, named) if isinstance(named, str) else named

    async def _perform(self, chat_id: int, item: Outgoing, target: int | None, reply_to: int | None) -> int | None:
        """In its topic; where that is gone, in the general one."""
        thread = self._topics.thread(chat_id, item.topic)
        try:
            return await perform(self._bot, chat_id, item, target, thread, reply_to)
        except TelegramBadRequest as refusal:
            if thread is None or not topic_is_lost(refusal):
                raise
        await self._topics.lost(chat_id, thread)
        return await perform(self._bot, chat_id, item, target, None, reply_to)

    async def _end(self, send: Send, outcome: Outcome, message_id: int | None) -> None:
        await self._record(Done(send.id, outcome, message_id, send.attempts))
        if send.label is not None and message_id is not None:
            self._labels.remember(send.chat_id, send.label, message_id)
        self._began.pop(send.id, None)
        send.done = True
        self._metrics.sends.labels(outcome.value).inc()
        self._queue.done(send)
        if outcome is not Outcome.SENT or send.delivery_id is not None:
            await self._finished(send, outcome)

    async def _not_sent(self, send: Send, meant: Verdict) -> None:
        match meant.what:
            case "too many":
                self._wait_as_told(send, meant.seconds)
            case "wait":
                await self._try_later(send, meant.seconds)
            case "moved":
                await self._follow(send, meant.chat_id)
            case "blocked":
                log.info("send %s cannot reach its chat: %s", send.id, meant.words)
                await self._end(send, Outcome.BLOCKED, None)
            case "refused":
                log.error("send %s was refused: %s", send.id, meant.words)
                await self._end(send, Outcome.REFUSED, None)

    def _wait_as_told(self, send: Send, seconds: float) -> None:
        now = self._loop.time()
        self._metrics.too_many.inc()
        self._told_to_wait[send.chat_id] = now + seconds
        self._queue.again(send, now + seconds)
        lately = [chat for chat, until in self._told_to_wait.items() if until > now]
        if len(lately) >= SEVERAL:
            self._queue.pause(now + seconds)
        self._told_to_wait = {chat: self._told_to_wait[chat] for chat in lately}

    async def _try_later(self, send: Send, seconds: float) -> None:
        now = self._loop.time()
        if now - self._began.setdefault(send.id, now) > GIVE_UP_SECONDS:
            log.error("send %s was given up", send.id)
            await self._end(send, Outcome.EXPIRED, None)
            return
        self._metrics.retries.labels("no answer").inc()
        self._queue.again(send, now + seconds)

    async def _follow(self, send: Send, chat_id: int) -> None:
        old = send.chat_id
        await self._moved(old, chat_id)
        self._queue.again(send, 0.0)
        self._queue.move(old, chat_id)


def _item(send: Send) -> Outgoing:
    ready = send.ready
    return ready if isinstance(ready, Outgoing) else Outgoing.model_validate_json(send.item)
