"""Opens and closes managers' rooms, and keeps the table and what the process knows of it the same."""

import asyncio
from dataclasses import replace

from bot.inbox.rooms import Rooms
from bot.storage import chats
from bot.storage import rooms as table
from bot.storage.database import Pool
from bot.storage.rooms import Room, Topic


class RoomBook:
    """All of it raises one of database.FAILURES. `changed` is set when there may be something to furnish."""

    def __init__(self, pool: Pool, rooms: Rooms) -> None:
        self.rooms = rooms
        self.changed = asyncio.Event()
        self._pool = pool

    async def load(self) -> None:
        """What stands in the table, with the room of the settings among it."""
        main = self.rooms.manager_chat_id
        if main is not None:
            self.rooms.manager_chat_id = main = await chats.current_id(self._pool, main)
            await table.open_room(self._pool, main, None)
        # A room of all branches that the settings name no more is none.
        self.rooms.learn(room for room in await table.read(self._pool) if room.branch_id is not None or main)
        self.changed.set()

    async def open(self, chat_id: int, branch_id: int) -> None:
        """The chat becomes the branch's room; another one that the branch had is none any more."""
        await table.open_room(self._pool, chat_id, branch_id)
        await self.load()

    async def close(self, chat_id: int) -> None:
        """We have been put out. The room of the settings stays: that is for who runs the bot to say."""
        if chat_id != self.rooms.manager_chat_id and self.rooms.is_managers(chat_id):
            await table.close(self._pool, chat_id)
            await self.load()

    async def moved(self, old: int, new: int) -> None:
        """The group is a supergroup now."""
        await table.move(self._pool, old, new)
        self.rooms.migrated(old, new)
        self.changed.set()

    async def has_topic(self, chat_id: int, topic: Topic, thread_id: int | None) -> None:
        """A topic was made, or (None) is gone."""
        await table.set_topic(self._pool, chat_id, topic, thread_id)
        if (room := self.rooms.room(chat_id)) is not None:
            topics = {name: number for name, number in room.topics.items() if name != topic}
            if thread_id is not None:
                topics[topic] = thread_id
            self.rooms.change(replace(room, topics=topics))

    async def lost_thread(self, chat_id: int, thread_id: int) -> None:
        """Telegram knows no such topic any more: it is made anew."""
        room: Room | None = self.rooms.room(chat_id)
        for topic, number in dict(room.topics if room else {}).items():
            if number == thread_id:
                await self.has_topic(chat_id, topic, None)
        self.changed.set()

    async def has_digest(self, chat_id: int, message_id: int) -> None:
        room = self.rooms.room(chat_id)
        if room is not None and room.digest_id != message_id:
            await table.set_digest(self._pool, chat_id, message_id)
            self.rooms.change(replace(room, digest_id=message_id))
