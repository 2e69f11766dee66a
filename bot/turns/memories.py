"""What chats remember, read once and kept at hand for those who talk just now."""

import json
from collections import OrderedDict
from dataclasses import dataclass

from bot.dialogue.memory import Memory
from bot.storage import chats
from bot.storage.database import Pool

MOST = 2_000


@dataclass(slots=True)
class Known:
    """A chat's memory as it was stored last."""

    version: int
    stored: str
    """JSON."""
    memory: Memory | None
    """The same, ready for a turn; None if a turn that came to nothing has written in it."""


class Memories:
    """Only the process that works keeps them; the version at each commit tells if it was right to."""

    def __init__(self, pool: Pool) -> None:
        self._pool = pool
        self._known: OrderedDict[int, Known] = OrderedDict()

    async def of(self, chat_id: int) -> tuple[Memory, int]:
        """The memory, to be changed by one turn, and its version. Raises one of database.FAILURES."""
        known = self._known.get(chat_id)
        if known is None:
            stored, version = await chats.read(self._pool, chat_id)
            known = self._known[chat_id] = Known(version, stored, None)
            if len(self._known) > MOST:
                self._known.popitem(last=False)
        else:
            self._known.move_to_end(chat_id)
        memory = known.memory or Memory.stored(json.loads(known.stored))
        known.memory = None  # whoever has it may spoil it; `keep` brings it back
        return memory, known.version

    def keep(self, chat_id: int, memory: Memory, stored: str, version: int) -> None:
        """What has been committed."""
        self._known[chat_id] = Known(version, stored, memory)
