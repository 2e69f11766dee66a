"""Who may send next: the most urgent chat first, in order within a chat, and nobody faster than Telegram allows."""

import heapq
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field

from bot.dialogue.out import Priority
from bot.sending.limits import Limits
from bot.storage.sends import Send

Key = tuple[int, int]
"""Priority and number: the smallest goes first."""


@dataclass(slots=True)
class _Chat:
    emergencies: deque[Send] = field(default_factory=deque)
    rest: deque[Send] = field(default_factory=deque)
    busy: bool = False
    """One of its messages is on its way: the next one waits for the outcome."""
    not_before: float = 0.0

    def first(self) -> deque[Send] | None:
        return self.emergencies or self.rest or None

    def key(self) -> Key:
        """As urgent as the most urgent that waits in it: what is before that must go first."""
        first = self.first()
        if not first:
            raise LookupError("nothing waits")
        return min(send.priority for send in first), first[0].id


class Queue:
    """Times are a monotonic clock's seconds."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._chats: dict[int, _Chat] = {}
        self._ready: list[tuple[Key, int]] = []
        """Entries of chats that have changed since are recognised by their key and dropped."""
        self._later: list[tuple[float, int]] = []
        self._pause_until = 0.0

    def __len__(self) -> int:
        return sum(len(chat.emergencies) + len(chat.rest) for chat in self._chats.values())

    def __iter__(self) -> Iterator[Send]:
        for chat in self._chats.values():
            yield from chat.emergencies
            yield from chat.rest

    def add(self, send: Send, not_before: float = 0.0) -> None:
        """At the end of its chat's line; an emergency behind other emergencies only."""
        chat = self._chats.setdefault(send.chat_id, _Chat())
        if send.priority <= Priority.EMERGENCY:
            chat.emergencies.append(send)
        else:
            chat.rest.append(send)
        chat.not_before = max(chat.not_before, not_before)
        self._offer(send.chat_id, chat)

    def next(self, now: float) -> Send | float | None:
        """The next to go, now on its way; or seconds until there may be one; None if nothing waits for time alone."""
        self._wake(now)
        while self._ready:
            wait = max(self._pause_until - now, self._limits.overall(now))
            if wait > 0:
                return wait
            key, chat_id = heapq.heappop(self._ready)
            chat = self._chats.get(chat_id)
            if chat is None or chat.busy or not (first := chat.first()) or chat.key() != key:
                continue
            wait = max(chat.not_before - now, self._limits.chat(chat_id, now))
            if wait > 0:
                heapq.heappush(self._later, (now + wait, chat_id))
                continue
            chat.busy = True
            self._limits.take(chat_id, now)
            return first.popleft()
        return max(0.001, self._later[0][0] - now) if self._later else None

    def done(self, send: Send) -> None:
        """It has an outcome; the chat's next may go."""
        self._free(send.chat_id)

    def again(self, send: Send, not_before: float) -> None:
        """It did not go: first in its chat's line again, and nothing of the chat goes before that time."""
        chat = self._chats[send.chat_id]
        (chat.emergencies if send.priority <= Priority.EMERGENCY else chat.rest).appendleft(send)
        chat.not_before = max(chat.not_before, not_before)
        self._free(send.chat_id)

    def pause(self, until: float) -> None:
        """Nothing at all goes before that time."""
        self._pause_until = max(self._pause_until, until)

    def move(self, old: int, new: int) -> None:
        """A chat has another id now."""
        chat = self._chats.pop(old, None)
        if chat is None:
            return
        for send in (*chat.emergencies, *chat.rest):
            send.chat_id = new
            self.add(send)

    def _free(self, chat_id: int) -> None:
        chat = self._chats.get(chat_id)
        if chat is None:
            return
        chat.busy = False
        if chat.first() is None:
            del self._chats[chat_id]
        else:
            self._offer(chat_id, chat)

    def _offer(self, chat_id: int, chat: _Chat) -> None:
        if not chat.busy:
            heapq.heappush(self._ready, (chat.key(), chat_id))

    def _wake(self, now: float) -> None:
        while self._later and self._later[0][0] <= now:
            _, chat_id = heapq.heappop(self._later)
            chat = self._chats.get(chat_id)
            if chat is not None and not chat.busy and chat.first() is not None:
                heapq.heappush(self._ready, (chat.key(), chat_id))
