"""One turn: feed the dialogue, store what came of it in one transaction, let it be sent."""

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable

from aiogram import Bot
from aiogram.enums import ChatMemberStatus

from bot.dialogue.memory import Memory
from bot.dialogue.out import Out
from bot.inbox.rooms import Rooms
from bot.metrics import Metrics
from bot.points import Passing
from bot.sending.writing import as_send
from bot.storage.database import FAILURES, kind
from bot.storage.sends import Send
from bot.storage.turns import Turn
from bot.storage.updates import State
from bot.turns.failed import failed_screen
from bot.turns.heard import Heard
from bot.turns.joining import may_join
from bot.turns.line import Line
from bot.turns.memories import Memories
from bot.turns.typing import Typing
from bot.turns.writing import callback_of, language_of

MOST_ATTEMPTS = 3
PAUSE = 0.2
"""Seconds before a failed turn is tried again, times the attempts so far."""
_AWAY = (ChatMemberStatus.KICKED, ChatMemberStatus.LEFT)
log = logging.getLogger(__name__)


class Overtaken(Exception):
    """Somebody else has worked on the chat: this process must not go on."""


class Turns:
    """What a worker does with the first of a line. Everything raises one of database.FAILURES, or Overtaken."""

    def __init__(
        self,
        *,
        bot: Bot,
        rooms: Rooms,
        memories: Memories,
        store: Callable[[Turn], Awaitable[bool]],
        send: Callable[[list[Send]], None],
        acknowledge: Callable[[str, str | None, bool], None],
        tried: Callable[[list[int]], Awaitable[None]],
        blocked: Callable[[int, bool], Awaitable[None]],
        typing: Typing,
        tasks: asyncio.TaskGroup,
        passing: Passing,
        metrics: Metrics,
        seconds: float,
    ) -> None:
        """`tried` counts attempts at updates, `blocked` remembers whether a chat lets us write; `seconds`: how long the
        dialogue may take before the turn counts as failed."""
        self._bot = bot
        self._rooms = rooms
        self._memories = memories
        self._store = store
        self._send = send
        self._acknowledge = acknowledge
        self._tried = tried
        self._blocked = blocked
        self._typing = typing
        self._tasks = tasks
        self._passing = passing
        self._metrics = metrics
        self._seconds = seconds

    async def next_of(self, line: Line) -> None:
        """Handle what is first in the line; afterwards it is done, or first in the line again."""
        began = time.perf_counter()
        memory, version = await self._memories.of(line.chat_id)
        came, heard = line.take(join=may_join(memory))
        if max(each.attempts for each in came) >= MOST_ATTEMPTS:
            await self._give_up(line, heard, memory, version)
            return
        await self._count(came)
        if (member := heard.update.my_chat_member) is not None:
            await self._blocked(line.chat_id, member.new_chat_member.status in _AWAY)
        out = Out()
        try:
            if not await self._think(line, heard, memory, out):
                for each in came:
                    each.attempts -= 1  # thinking anew is no failure
                line.put_back()
                return
            stored = memory.model_dump_json()
            sends = self._sends(line.chat_id, out)
        except Exception as error:
            log.error("a turn failed: %s, update %s", type(error).__name__, heard.update_ids[0])
            await self._once_more(line, came)
            return
        self._passing("before commit")
        turn = Turn(line.chat_id, version, stored, language_of(memory), heard.update_ids, sends)
        await self._commit(turn, memory)
        line.current, line.joins = [], 0
        if (query_id := callback_of(heard.update)) is not None:
            self._acknowledge(query_id, out.note, out.alert)
        self._metrics.turns.labels("done").inc()
        self._metrics.turn_seconds.observe(time.perf_counter() - began)

    async def _think(self, line: Line, heard: Heard, memory: Memory, out: Out) -> bool:
        """Feed the dialogue; False if more words came and the thought was dropped: nothing has been said or stored."""
        with self._typing.while_thinking(line.chat_id):
            if heard.words is None or not may_join(memory):
                await self._feed(heard, memory, out)
                return True
            outcome: list[Exception] = []
            thought = self._tasks.create_task(_kept(self._feed(heard, memory, out), outcome))
            line.thinking = thought
            try:
                await asyncio.wait([thought])
            finally:
                line.thinking = None
                thought.cancel()
            if outcome:
                raise outcome[0]
            return not thought.cancelled()

    async def _feed(self, heard: Heard, memory: Memory, out: Out) -> None:
        handlers = self._rooms.handlers(heard.chat_id)
        if handlers is None or (heard.update.my_chat_member is not None and self._rooms.is_managers(heard.chat_id)):
            return
        try:
            async with asyncio.timeout(self._seconds):
                await handlers.feed_update(
                    self._bot, heard.update, memory=memory, out=out, parts=heard.parts, message_ids=heard.ids
                )
        except OSError as error:  # TimeoutError is one: it must not look like the database's
            raise DialogueFailed(type(error).__name__) from error

    async def _count(self, came: list[Heard]) -> None:
        """What an earlier process left behind may be what killed it: count before trying."""
        suspicious = [heard for heard in came if heard.recovered]
        if suspicious:
            await self._tried([update_id for heard in suspicious for update_id in heard.update_ids])
        for heard in came:
            heard.attempts += 1

    async def _once_more(self, line: Line, came: list[Heard]) -> None:
        line.put_back()
        self._metrics.turns.labels("again").inc()
        await asyncio.sleep(PAUSE * came[0].attempts)

    async def _give_up(self, line: Line, heard: Heard, memory: Memory, version: int) -> None:
        """The patient is told, and the chat goes on with what came after."""
        log.error("update %s was given up after %s attempts", heard.update_ids[0], MOST_ATTEMPTS)
        out = Out()
        if line.chat_id > 0:  # managers see that nothing came of it
            out.say(failed_screen(memory))
        sends = self._sends(line.chat_id, out)
        stored = memory.model_dump_json()
        turn = Turn(line.chat_id, version, stored, language_of(memory), heard.update_ids, sends, State.FAILED)
        await self._commit(turn, memory)
        line.current, line.joins = [], 0
        if (query_id := callback_of(heard.update)) is not None:
            self._acknowledge(query_id, None, False)
        self._metrics.turns.labels("failed").inc()

    def _sends(self, chat_id: int, out: Out) -> list[Send]:
        """Rows of the queue; without a managers' group nothing is theirs."""
        chats = {"chat": chat_id, "managers": self._rooms.manager_chat_id}
        return [as_send(chat, item) for item in out.items if (chat := chats[item.to]) is not None]

    async def _commit(self, turn: Turn, memory: Memory) -> None:
        try:
            stored = await self._store(turn)
        except FAILURES as error:
            log.error("a turn could not be stored: %s", kind(error))
            raise
        if not stored:
            raise Overtaken
        self._memories.keep(turn.chat_id, memory, turn.memory, turn.version + 1)
        self._passing("dialogue done")
        self._send(turn.sends)


class DialogueFailed(Exception):
    """Something in the dialogue ended as a network or a deadline does."""


async def _kept(feeding: Awaitable[None], outcome: list[Exception]) -> None:
    """A task of a group must not raise, the whole group would end: its error is handed over."""
    try:
        await feeding
    except Exception as error:
        outcome.append(error)
