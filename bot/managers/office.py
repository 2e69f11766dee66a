"""What the managers' side works with: one object for a process."""

import asyncio
from dataclasses import dataclass, field

from bot.dialogue.desk import Desk
from bot.inbox.rooms import Rooms
from bot.managers.names import Names
from bot.managers.rights import Rights
from bot.managers.room_book import RoomBook
from bot.storage.database import Pool
from bot.texts import Texts, texts


@dataclass(frozen=True, slots=True)
class Office:
    """Handlers get it as `office`, and its `desk` beside it."""

    desk: Desk
    pool: Pool
    rights: Rights
    names: Names
    book: RoomBook
    news: asyncio.Event = field(default_factory=asyncio.Event)
    """Set it when what the digests count may have changed."""

    @property
    def words(self) -> Texts:
        """In the clinic's language: groups have none of their own."""
        return texts(self.desk.language)

    @property
    def rooms(self) -> Rooms:
        return self.book.rooms


def open_office(desk: Desk, pool: Pool, rooms: Rooms, manager_ids: tuple[int, ...]) -> Office:
    """Nothing is read yet."""
    rights = Rights(manager_ids, desk.clinic.managers)
    return Office(desk, pool, rights, Names(pool, rights), RoomBook(pool, rooms))
