"""What waits in one chat, in Telegram's order."""

import asyncio
from collections import deque
from dataclasses import dataclass, field

from bot.turns.heard import Heard

MOST_JOINS = 3
"""How often a person who keeps writing makes us think anew; then the answer comes first."""


@dataclass(slots=True)
class Line:
    """One chat's queue. `thinking` is set while the dialogue works on words alone, so that more words can stop it."""

    chat_id: int
    pending: deque[Heard] = field(default_factory=deque)
    working: bool = False
    current: list[Heard] = field(default_factory=list)
    """What the running turn was made of, each as it came."""
    thinking: "asyncio.Task[None] | None" = None
    joins: int = 0

    def add(self, heard: Heard) -> None:
        """Queue it in order; words that the running turn can still take along, and corrections, reach it at once."""
        if heard.update.edited_message is not None and self._correct(heard):
            return
        if heard.words is not None and not self.pending and self.current and self.current[-1].can_join(heard):
            self.think_again()
        self.pending.append(heard)
        if len(self.pending) > 1 and heard.update_ids[0] < self.pending[-2].update_ids[0]:
            # Two processes that receive for one bot may store neighbours in the wrong order.
            self.pending = deque(sorted(self.pending, key=lambda each: each.update_ids[0]))

    def take(self, *, join: bool) -> tuple[list[Heard], Heard]:
        """What is next: as it came, and as one. `join`: consecutive words may become one message."""
        came = [self.pending.popleft()]
        whole = came[0]
        while join and self.pending and whole.can_join(self.pending[0]):
            came.append(self.pending.popleft())
            whole = whole.joined(came[-1])
        self.current = came
        return came, whole

    def put_back(self) -> None:
        """The running turn left nothing behind: what it was made of is first in line again."""
        self.pending.extendleft(reversed(self.current))
        self.current = []

    def think_again(self) -> bool:
        """Stop the running thought, if it may be stopped; the turn will be taken anew."""
        if self.thinking is None or self.joins >= MOST_JOINS or not self.thinking.cancel():
            return False
        self.joins += 1
        return True

    def _correct(self, edit: Heard) -> bool:
        if any(waiting.corrected(edit) for waiting in self.pending):
            return True
        for running in self.current:
            old, new = running.update.message, edit.update.edited_message
            if old is not None and new is not None and old.message_id == new.message_id and self.think_again():
                return running.corrected(edit)
        return False
