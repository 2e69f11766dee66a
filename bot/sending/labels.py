"""From our own names of messages to Telegram's ids, by what has been sent."""

from collections import OrderedDict

from bot.storage import sends
from bot.storage.database import Pool

MOST = 5_000


class Labels:
    """The newest message that was sent under a label; what is not at hand is in the table."""

    def __init__(self, pool: Pool) -> None:
        self._pool = pool
        self._known: OrderedDict[tuple[int, str], int] = OrderedDict()

    def remember(self, chat_id: int, label: str, message_id: int) -> None:
        self._known[chat_id, label] = message_id
        self._known.move_to_end((chat_id, label))
        if len(self._known) > MOST:
            self._known.popitem(last=False)

    async def find(self, chat_id: int, label: str) -> int | None:
        """None: no such message was sent, or it is forgotten. Raises one of database.FAILURES."""
        known = self._known.get((chat_id, label))
        return known if known is not None else await sends.labelled(self._pool, chat_id, label)
