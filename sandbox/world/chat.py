"""Private chats, groups and supergroups with their members, topics and messages."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from sandbox.world.keyboards import ShownKeyboard
from sandbox.world.message import Message
from sandbox.world.people import Bot, User


class ChatKind(StrEnum):
    PRIVATE = "private"
    GROUP = "group"
    SUPERGROUP = "supergroup"


class Status(StrEnum):
    """Of a member. In a private chat the bot is `member`, or `kicked` once the person has blocked it."""

    CREATOR = "creator"
    ADMINISTRATOR = "administrator"
    MEMBER = "member"
    LEFT = "left"
    KICKED = "kicked"


PRESENT = frozenset({Status.CREATOR, Status.ADMINISTRATOR, Status.MEMBER})


@dataclass(slots=True)
class Topic:
    id: int
    """Also the id of the message that created it."""
    name: str
    icon_color: int
    icon: str | None = None
    closed: bool = False


@dataclass(frozen=True, slots=True)
class Action:
    """What somebody is doing right now: "typing", "upload_document" …"""

    user: User
    action: str
    topic: int | None
    until: datetime


@dataclass(slots=True, eq=False)
class Chat:
    id: int
    """As bots know it: a person's id for a private chat, negative for groups."""
    kind: ChatKind
    title: str = ""
    """Of a group."""
    person: User | None = None
    """The person of a private chat."""
    bot: Bot | None = None
    """The bot of a private chat."""
    started: bool = False
    """Of a private chat: whether the person has ever written, so that the bot may."""
    is_forum: bool = False
    members: dict[int, Status] = field(default_factory=dict)
    """By user id; those who left stay, with their status."""
    topics: dict[int, Topic] = field(default_factory=dict)
    messages: dict[int, Message] = field(default_factory=dict)
    """By id, from old to new; deleted ones are gone."""
    last_message_id: int = 0
    pinned: list[int] = field(default_factory=list)
    """Message ids, in the order in which they were pinned: the last one is on show."""
    migrated_to: int | None = None
    """The supergroup that this group has become."""
    actions: dict[tuple[int, int | None], Action] = field(default_factory=dict)
    """By user id and topic; may be over: read them through `World.actions`."""
    shown_keyboards: dict[int, ShownKeyboard] = field(default_factory=dict)
    """By user id; read them through `World.shown_keyboard`."""
    unread: dict[int, int] = field(default_factory=dict)
    """By user id."""

    @property
    def address(self) -> int:
        """What a person passes as `chat_id`: the bot's id for a private chat, else the chat's id."""
        return self.bot.id if self.bot else self.id

    @property
    def name(self) -> str:
        """As a person's list of chats shows it."""
        return self.bot.name if self.bot else self.title

    @property
    def is_private(self) -> bool:
        return self.kind is ChatKind.PRIVATE

    @property
    def last_message(self) -> Message | None:
        return next(reversed(self.messages.values()), None)

    def status(self, user_id: int) -> Status:
        return self.members.get(user_id, Status.LEFT)

    def has(self, user_id: int) -> bool:
        """Whether the user is in it now. In a private chat: the bot is not while it is blocked."""
        return self.status(user_id) in PRESENT

    def administers(self, user_id: int) -> bool:
        return self.status(user_id) in (Status.CREATOR, Status.ADMINISTRATOR)
