"""Which chats are ours: private ones, and the managers' groups; each kind has its own handlers."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from aiogram import Dispatcher

from bot.storage.rooms import Room, Topic


class Rooms:
    """Handlers by chat, and where each branch's managers are. Groups may get other ids while we run."""

    def __init__(self, patients: Dispatcher, manager_chat_id: int | None = None) -> None:
        """`manager_chat_id`: the room of all branches, as the settings name it."""
        self.patients = patients
        self.managers: Dispatcher | None = None
        """Set once, when the process is put together: its handlers open rooms."""
        self.manager_chat_id = manager_chat_id
        self._rooms: dict[int, Room] = {}
        if manager_chat_id is not None:
            self._rooms[manager_chat_id] = Room(manager_chat_id)

    def __iter__(self) -> Iterator[Room]:
        return iter(tuple(self._rooms.values()))

    def is_managers(self, chat_id: int) -> bool:
        return chat_id in self._rooms

    def handlers(self, chat_id: int) -> Dispatcher | None:
        """None: nobody answers there. A group that is no room may become one: that is the managers' affair."""
        return self.patients if chat_id > 0 else self.managers

    def room(self, chat_id: int) -> Room | None:
        return self._rooms.get(chat_id)

    def chat_for(self, branch_id: int | None) -> int | None:
        """Where a branch's managers are: in their own room, else in that of all branches. None: nowhere."""
        own = next((room.chat_id for room in self if branch_id is not None and room.branch_id == branch_id), None)
        return self.manager_chat_id if own is None else own

    def thread(self, chat_id: int, topic: Topic | int | None) -> int | None:
        """Telegram's id of a topic, None where there is none: then all goes to the general one."""
        if isinstance(topic, int) or topic is None:
            return topic
        room = self._rooms.get(chat_id)
        return None if room is None else room.topics.get(topic)

    def learn(self, rooms: Iterable[Room]) -> None:
        """What the table says now."""
        self._rooms = {room.chat_id: room for room in rooms}
        if self.manager_chat_id is not None and all(room.branch_id is not None for room in self):
            self._rooms[self.manager_chat_id] = Room(self.manager_chat_id)

    def change(self, room: Room) -> None:
        """What has been written about one room."""
        if room.chat_id in self._rooms:
            self._rooms[room.chat_id] = room

    def migrated(self, old: int, new: int) -> None:
        """Topics and digest stay behind."""
        if old == self.manager_chat_id:
            self.manager_chat_id = new
        if (room := self._rooms.pop(old, None)) is not None:
            self._rooms[new] = replace(room, chat_id=new, topics={}, digest_id=None)
