"""What a `World` holds, and the few ways in which it changes. One event loop, no locks."""

import secrets
from collections import deque
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from sandbox.world.automatic import found_entities
from sandbox.world.changes import (
    ActionChanged,
    Change,
    ChatChanged,
    MessageAdded,
    MessageChanged,
    MessagesDeleted,
)
from sandbox.world.chat import Action, Chat
from sandbox.world.content import Content, Text
from sandbox.world.errors import NotPossible
from sandbox.world.files import File
from sandbox.world.keyboards import InlineKeyboard
from sandbox.world.message import Message
from sandbox.world.people import Bot, User
from sandbox.world.press import Press
from sandbox.world.text import Entity

Clock = Callable[[], datetime]
Listener = Callable[[Change], None]

ACTION_LASTS = timedelta(seconds=5)
"""How long a chat action is shown unless a message ends it."""


def system_clock() -> datetime:
    """Now, aware, in UTC."""
    return datetime.now(UTC)


class State:
    """Everything in memory; a listener is called at once, in the order of subscription, and must not raise.

    `first_message_id`: where every chat starts counting. One that grows with time keeps the ids of a restarted world
    apart from those that a bot still remembers.
    """

    def __init__(self, clock: Clock = system_clock, first_message_id: int = 1) -> None:
        self.clock = clock
        self.users: dict[int, User] = {}
        """Persons and bots by id."""
        self.bots: dict[int, Bot] = {}
        self.groups: dict[int, Chat] = {}
        """By chat id."""
        self.private_chats: dict[tuple[int, int], Chat] = {}
        """By bot's and person's id."""
        self.files: dict[str, File] = {}
        """By file id."""
        self.files_by_path: dict[str, File] = {}
        self.presses: dict[str, Press] = {}
        """By id, in the order in which they happened."""
        self.recent_presses: dict[tuple[int, int], deque[Press]] = {}
        """The last ones, by person's and chat's id."""
        self._first_message_id = first_message_id
        self._listeners: list[Listener] = []

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Call `listener` with every change from now on; the answer ends that."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener) if listener in self._listeners else None

    def tell(self, change: Change) -> None:
        for listener in tuple(self._listeners):
            listener(change)

    def now(self) -> datetime:
        """In whole seconds, as Telegram dates messages."""
        return self.clock().replace(microsecond=0)

    def add_file(self, content: bytes, name: str | None, mime_type: str | None, kind: str = "documents") -> File:
        number = len(self.files) + 1
        suffix = name.rpartition(".")[2] if name and "." in name else "bin"
        file = File(
            id=f"F{secrets.token_urlsafe(24)}",
            unique_id=f"U{secrets.token_urlsafe(9)}",
            path=f"{kind}/file_{number}.{suffix}",
            content=content,
            name=name,
            mime_type=mime_type,
        )
        self.files[file.id] = file
        self.files_by_path[file.path] = file
        return file

    def next_message_id(self, chat: Chat) -> int:
        return max(chat.last_message_id + 1, self._first_message_id)

    def add_message(
        self,
        chat: Chat,
        sender: User,
        content: Content | None = None,
        text: str = "",
        entities: tuple[Entity, ...] = (),
        *,
        topic: int | None = None,
        prepare: Callable[[Message], None] | None = None,
    ) -> Message:
        """Put a message at the end of the chat; `prepare` may complete it before anybody is told."""
        message = Message(
            id=self.next_message_id(chat),
            sender=sender,
            date=self.now(),
            content=content or Text(),
            text=text,
            entities=found_entities(text, entities),
            topic=topic,
        )
        if prepare:
            prepare(message)
        chat.last_message_id = message.id
        chat.messages[message.id] = message
        for user_id in chat.unread:
            if user_id != sender.id:
                chat.unread[user_id] += 1
        self._end_action(chat, sender, topic)
        self.tell(MessageAdded(chat, message))
        return message

    def change_words(
        self,
        chat: Chat,
        message: Message,
        text: str,
        entities: tuple[Entity, ...] = (),
        keyboard: InlineKeyboard | None = None,
    ) -> None:
        """Another text or caption; None keeps the buttons."""
        message.text, message.entities = text, found_entities(text, entities)
        if keyboard is not None:
            message.keyboard = keyboard
        message.edited_at = self.now()
        message.version += 1
        self.tell(MessageChanged(chat, message, words=True))

    def change_buttons(self, chat: Chat, message: Message, keyboard: InlineKeyboard) -> None:
        message.keyboard = keyboard
        message.version += 1
        self.tell(MessageChanged(chat, message, words=False))

    def delete_messages(self, chat: Chat, message_ids: list[int]) -> None:
        """Those that are still there."""
        gone = tuple(each for each in message_ids if chat.messages.pop(each, None) is not None)
        if not gone:
            return
        chat.pinned = [each for each in chat.pinned if each not in gone]
        self.tell(MessagesDeleted(chat, gone))

    def set_action(self, chat: Chat, user: User, name: str, topic: int | None = None) -> None:
        """For `ACTION_LASTS`, or until the user's next message."""
        action = Action(user, name, topic, self.clock() + ACTION_LASTS)
        chat.actions[user.id, topic] = action
        self.tell(ActionChanged(chat, user, action))

    def pin(self, chat: Chat, message_id: int) -> None:
        """On top of the other pinned ones."""
        chat.pinned = [*(each for each in chat.pinned if each != message_id), message_id]
        self.tell(ChatChanged(chat))

    def unpin(self, chat: Chat, message_ids: list[int]) -> None:
        chat.pinned = [each for each in chat.pinned if each not in message_ids]
        self.tell(ChatChanged(chat))

    def user(self, user_id: int) -> User:
        """Raises NotPossible for nobody."""
        if (user := self.users.get(user_id)) is None:
            raise NotPossible(f"nobody has the id {user_id}")
        return user

    def _end_action(self, chat: Chat, sender: User, topic: int | None) -> None:
        if chat.actions.pop((sender.id, topic), None) is not None:
            self.tell(ActionChanged(chat, sender, None))
