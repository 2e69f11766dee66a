"""Counts changes, so that a reader can wait for the next one."""

from collections import defaultdict

from sandbox.signalling import Signal
from sandbox.world.changes import BotChanged, Change
from sandbox.world.chat import Chat
from sandbox.world.world import World


class Revisions:
    """A number for each chat that grows with every change of it."""

    def __init__(self, world: World) -> None:
        self._numbers: defaultdict[int, int] = defaultdict(int)
        self._signals: defaultdict[int, Signal] = defaultdict(Signal)
        self._of_all = 0
        """Grows with changes that concern every chat."""
        world.subscribe(self._on_change)

    def now(self, chat: Chat) -> int:
        return self._numbers[id(chat)] + self._of_all

    async def wait(self, chat: Chat, after: int, seconds: float) -> None:
        """Until the number is above `after`, or the time is over."""
        await self._signals[id(chat)].wait_until(lambda: self.now(chat) > after, seconds)

    def _on_change(self, change: Change) -> None:
        if isinstance(change, BotChanged):
            self._of_all += 1
            for signal in self._signals.values():
                signal.fire()
            return
        key = id(change.chat)
        self._numbers[key] += 1
        if key in self._signals:
            self._signals[key].fire()
