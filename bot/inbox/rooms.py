"""Which chats are ours: private ones, and the managers' group; each has its own handlers."""

from dataclasses import dataclass

from aiogram import Dispatcher


@dataclass(slots=True)
class Rooms:
    """Handlers by chat. The managers' group may become a supergroup with another id while we run."""

    patients: Dispatcher
    managers: Dispatcher | None = None
    manager_chat_id: int | None = None

    def is_managers(self, chat_id: int) -> bool:
        return self.manager_chat_id is not None and chat_id == self.manager_chat_id

    def handlers(self, chat_id: int) -> Dispatcher | None:
        """None: nobody answers there."""
        return self.managers if self.is_managers(chat_id) else self.patients

    def migrated(self, old: int, new: int) -> None:
        if self.is_managers(old):
            self.manager_chat_id = new
