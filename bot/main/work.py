"""The work of the one process that holds the lock: receive, take turns, send, bring news."""

import asyncio
import dataclasses
import logging
from collections.abc import Callable, Coroutine, Sequence
from datetime import datetime

from aiogram.enums import ChatAction

from bot.dialogue.desk import Desk
from bot.inbox.polling import poll
from bot.main.parts import Parts
from bot.managers.digest import Digests
from bot.managers.furnishing import keep_furnished
from bot.sending.deliveries import Addresses, Deliveries, Render
from bot.sending.labels import Labels
from bot.sending.sender import Sender, Topics
from bot.storage import batches, chats, sends, turns, updates
from bot.storage.gathering import Gathering
from bot.storage.lock import Held
from bot.storage.sends import Done, Outcome, Send
from bot.storage.turns import Turn
from bot.texts import LANGUAGES
from bot.turns.acknowledging import Acknowledging
from bot.turns.memories import Memories
from bot.turns.turns import Turns
from bot.turns.typing import Typing
from bot.turns.workers import Workers

SWEEP_SECONDS = 5.0
"""A message between processes may get lost: the table is looked through so often, too."""
TIDY_SECONDS = 3600.0
log = logging.getLogger(__name__)


class Work:
    """Lives as long as the lock is held. Made inside its task group: whatever raises there ends all of it."""

    def __init__(
        self, parts: Parts, held: Held, tasks: asyncio.TaskGroup, clock: Callable[[], datetime], render: Render
    ) -> None:
        self._parts = parts
        self._held = held
        self._tasks = tasks
        pool = parts.pool
        self._labels = Labels(pool)
        self._sender = Sender(
            bot=parts.bot,
            tasks=tasks,
            limits=parts.settings.limits,
            labels=self._labels,
            record=Gathering[Done, None](tasks, self._record),
            finished=self._finished,
            moved=self._moved,
            topics=Topics(parts.rooms.thread, parts.office.book.lost_thread),
            passing=parts.passing,
            metrics=parts.metrics,
            clock=clock,
        )
        self._deliveries = Deliveries(
            clinic=parts.clinic,
            pool=pool,
            render=render,
            desk_of=self._desk_of,
            addresses=Addresses(parts.rooms.chat_for),
            push=self._sender.push,
            pause=parts.settings.deliveries_every,
            for_managers=parts.office.news.set,
        )
        turn = Turns(
            bot=parts.bot,
            rooms=parts.rooms,
            memories=Memories(pool),
            store=Gathering[Turn, bool](tasks, lambda all_of: turns.store(pool, parts.bot.id, all_of)),
            send=self._sender.push,
            acknowledge=Acknowledging(tasks, parts.bot),
            tried=lambda ids: updates.tried(pool, parts.bot.id, ids),
            blocked=self._member_changed,
            typing=Typing(tasks, self._show_typing),
            tasks=tasks,
            passing=parts.passing,
            metrics=parts.metrics,
            seconds=parts.settings.turn_seconds,
        )
        self._receiving: list[asyncio.Task[None]] = []
        self._workers = Workers(tasks, turn.next_of, parts.settings.chats_at_once)

    async def begin(self) -> None:
        """Take up what was left, then receive. Raises one of FAILURES."""
        parts = self._parts
        self._start(self._held.watch())
        await parts.office.book.load()
        self._sender.push(await sends.waiting(parts.pool))
        parts.intake.hear, parts.intake.moved = self._workers.hear, self._group_moved
        await parts.intake.recover()
        self._start(self._tidy())
        self._start(self._measure())
        receiving = self._sweep() if parts.settings.webhook else poll(parts.bot, parts.intake, self._workers.calm)
        furnishing = keep_furnished(parts.bot, parts.office.book, parts.office.words)
        self._receiving = [self._start(receiving), self._start(self._deliveries.run()), self._start(furnishing)]
        if parts.settings.digest_every is not None:
            digests = Digests(parts.office, self._labels, self._sender.push, parts.settings.digest_every)
            self._receiving.append(self._start(digests.run()))

    async def until(self, stop: asyncio.Event) -> None:
        """Return when asked to stop and what had begun is finished, or out of time: then it stays in the tables."""
        try:
            await stop.wait()
            for task in self._receiving:
                task.cancel()
            await self._finish()
        finally:
            self._parts.intake.hear = self._parts.intake.moved = None

    def _start(self, job: Coroutine[None, None, None]) -> "asyncio.Task[None]":
        return self._tasks.create_task(job)

    async def _finish(self) -> None:
        seconds = self._parts.settings.stop_seconds
        try:
            async with asyncio.timeout(seconds):
                async with asyncio.timeout(seconds * 0.75):
                    await self._workers.finish()
                await self._sender.finish(seconds * 0.25)
        except TimeoutError:
            log.warning("not everything was finished in time: it stays in the tables")

    async def _sweep(self) -> None:
        """In webhook mode other processes receive, too."""
        told = asyncio.Event()
        await self._held.listen(told.set)
        while True:
            await self._parts.intake.recover()
            try:
                async with asyncio.timeout(SWEEP_SECONDS):
                    await told.wait()
            except TimeoutError:
                pass
            told.clear()

    async def _measure(self) -> None:
        metrics = self._parts.metrics
        while True:
            metrics.queue_length.set(self._sender.waiting)
            metrics.oldest_pending.set(await updates.oldest_seconds(self._parts.pool, self._parts.bot.id))
            await asyncio.sleep(SWEEP_SECONDS)

    async def _tidy(self) -> None:
        """Once an hour, away with what is long done."""
        while True:
            seconds = self._parts.settings.keep_days * 86_400
            await updates.forget(self._parts.pool, seconds)
            await sends.forget(self._parts.pool, seconds)
            await batches.forget(self._parts.pool, seconds)
            await asyncio.sleep(TIDY_SECONDS)

    async def _record(self, done: Sequence[Done]) -> list[None]:
        await sends.record(self._parts.pool, done)
        return [None] * len(done)

    async def _finished(self, send: Send, outcome: Outcome) -> None:
        if outcome is Outcome.BLOCKED:
            await chats.set_blocked(self._parts.pool, send.chat_id, blocked=True)
        await self._deliveries.finished(send, outcome)

    async def _moved(self, old: int, new: int) -> None:
        await chats.migrate(self._parts.pool, old, new)
        await self._parts.office.book.moved(old, new)

    async def _member_changed(self, chat_id: int, away: bool) -> None:
        """We were let in, put out, or given other rights; in a private chat: blocked or unblocked."""
        await chats.set_blocked(self._parts.pool, chat_id, blocked=away)
        if away:
            await self._parts.office.book.close(chat_id)
        elif self._parts.rooms.is_managers(chat_id):
            self._parts.office.book.changed.set()

    def _group_moved(self, old: int, new: int) -> None:
        """Telegram says so in a message of the group; what waits for the old one follows when it is tried."""
        if self._parts.rooms.is_managers(old):
            self._tasks.create_task(self._moved(old, new))

    async def _desk_of(self, chat_id: int) -> Desk:
        spoken = await chats.language(self._parts.pool, chat_id)
        language = next((known for known in LANGUAGES if known == spoken), self._parts.desk.language)
        return dataclasses.replace(self._parts.desk, language=language)

    async def _show_typing(self, chat_id: int) -> None:
        if self._sender.may_show(chat_id):
            await self._parts.bot.send_chat_action(chat_id, ChatAction.TYPING)
