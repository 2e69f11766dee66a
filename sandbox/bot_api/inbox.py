"""A bot's updates, until it has taken them."""

import asyncio
import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sandbox.bot_api import refusals
from sandbox.bot_api.refused import Refusal, Refused
from sandbox.signalling import Signal

NOT_BY_DEFAULT = frozenset({"chat_member", "message_reaction", "message_reaction_count"})
"""Kinds that only come when `allowed_updates` names them."""
MOST_KEPT = 100_000
_EPOCH = datetime(2026, 1, 1, tzinfo=UTC)
_IDS_A_SECOND = 20


def first_update_id(now: datetime) -> int:
    """A number that a sandbox started earlier has not reached at 20 updates a second; 31 bits last until 2029."""
    return max(0, int((now - _EPOCH).total_seconds())) * _IDS_A_SECOND + 1


@dataclass(frozen=True, slots=True)
class Update:
    id: int
    queue: tuple[str, int]
    """Updates of one queue reach a webhook one after another; see `updates.py`."""
    body: bytes
    """As JSON, with its number: what happened later does not change it."""


class Inbox:
    """`taken` ones are forgotten. One reader waits at a time; `on_update` is told of a new update, for the webhook."""

    def __init__(self, next_id: int) -> None:
        self.next_id = next_id
        self.allowed: frozenset[str] = frozenset()
        """Empty: all but `NOT_BY_DEFAULT`."""
        self.pending: dict[int, Update] = {}
        self.on_update: Callable[[Update], None] | None = None
        self.taken = Signal()
        """Fires when updates are forgotten."""
        self._reader: asyncio.Future[None] | None = None

    def is_empty(self) -> bool:
        return not self.pending

    def wants(self, kind: str) -> bool:
        return kind in self.allowed if self.allowed else kind not in NOT_BY_DEFAULT

    def add(self, kind: str, queue: tuple[str, int], shape: dict[str, Any]) -> None:
        body = json.dumps({"update_id": self.next_id, kind: shape}, ensure_ascii=False).encode("utf-8", "replace")
        update = Update(self.next_id, queue, body)
        self.next_id += 1
        self._put(update)

    def add_raw(self, update_id: int, body: bytes) -> None:
        """Anything at all under any number, for tests: one again, or one that no bot can read."""
        self._put(Update(update_id, ("raw", 0), body))

    def forget(self, update_id: int) -> None:
        self.pending.pop(update_id, None)
        self.taken.fire()

    def confirm(self, offset: int) -> None:
        """Forget what is before `offset`; a negative one keeps only so many of the newest."""
        if offset < 0:
            kept = set(list(self.pending)[offset:])
            self.pending = {number: update for number, update in self.pending.items() if number in kept}
        for number in list(self.pending) if offset > 0 else []:
            if number >= offset:
                break
            del self.pending[number]
        self.taken.fire()

    def clear(self) -> None:
        self.pending.clear()
        self.taken.fire()

    def interrupt(self, reason: Refusal) -> None:
        """End the wait of whoever reads now."""
        if self._reader is not None and not self._reader.done():
            self._reader.set_exception(Refused(reason))

    async def read(self, limit: int, timeout_seconds: float) -> list[Update]:
        """The oldest ones, after waiting for the first if there is none. Raises Refused once somebody else reads."""
        self.interrupt(refusals.other_poller)
        if not self.pending and timeout_seconds > 0:
            reader = self._reader = asyncio.get_running_loop().create_future()
            try:
                async with asyncio.timeout(timeout_seconds):
                    await reader
            except TimeoutError:
                return []
            finally:
                if self._reader is reader:
                    self._reader = None
        return [update for _, update in zip(range(limit), self.pending.values(), strict=False)]

    def _put(self, update: Update) -> None:
        self.pending[update.id] = update
        if len(self.pending) > MOST_KEPT:
            del self.pending[next(iter(self.pending))]
        if self._reader is not None and not self._reader.done():
            self._reader.set_result(None)
        if self.on_update is not None:
            self.on_update(update)
