"""What listeners of a `World` are told, right after it happened."""

from dataclasses import dataclass

from sandbox.world.chat import Action, Chat, Status
from sandbox.world.message import Message
from sandbox.world.people import Bot, User
from sandbox.world.press import Press


@dataclass(frozen=True, slots=True)
class ChatAdded:
    """A new chat in the lists of its members."""

    chat: Chat


@dataclass(frozen=True, slots=True)
class ChatChanged:
    """Title, topics, pinned messages or unread counts."""

    chat: Chat


@dataclass(frozen=True, slots=True)
class MessageAdded:
    chat: Chat
    message: Message


@dataclass(frozen=True, slots=True)
class MessageChanged:
    """Words, buttons or both; look at `message.version`."""

    chat: Chat
    message: Message
    words: bool
    """Whether more than the buttons changed."""


@dataclass(frozen=True, slots=True)
class MessagesDeleted:
    chat: Chat
    message_ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ActionChanged:
    """Somebody began typing or the like, until `action.until`; or, with None, a message ended it."""

    chat: Chat
    user: User
    action: Action | None


@dataclass(frozen=True, slots=True)
class KeyboardChanged:
    """Another reply keyboard, or none, is shown to the person."""

    chat: Chat
    user_id: int


@dataclass(frozen=True, slots=True)
class Pressed:
    """A person tapped a button; the button shows that it waits until `PressAnswered`."""

    chat: Chat
    press: Press


@dataclass(frozen=True, slots=True)
class PressAnswered:
    """`press.answer` tells what to show: a toast, an alert or nothing."""

    chat: Chat
    press: Press


@dataclass(frozen=True, slots=True)
class MemberChanged:
    """Somebody joined, left, was added or removed; or a person blocked or unblocked the bot of a private chat."""

    chat: Chat
    user: User
    by: User
    old: Status
    new: Status


@dataclass(frozen=True, slots=True)
class BotChanged:
    """Commands, name, descriptions or the menu button."""

    bot: Bot


Change = (
    ChatAdded
    | ChatChanged
    | MessageAdded
    | MessageChanged
    | MessagesDeleted
    | ActionChanged
    | KeyboardChanged
    | Pressed
    | PressAnswered
    | MemberChanged
    | BotChanged
)
