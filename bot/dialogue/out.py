"""What an update wants said. It is collected while the update is handled and leaves once that has been stored."""

from enum import IntEnum
from typing import Annotated, Literal

from aiogram.types import InlineKeyboardMarkup, ReplyKeyboardMarkup, ReplyKeyboardRemove
from pydantic import Base64Bytes, BaseModel, ConfigDict, Field

from bot.dialogue.views.screen import Screen

Markup = InlineKeyboardMarkup | ReplyKeyboardMarkup | ReplyKeyboardRemove
Target = int | str
"""A message of the chat: Telegram's id, or the label under which we sent it."""


class Priority(IntEnum):
    """Lower leaves first when Telegram's limits make messages wait."""

    EMERGENCY = 0
    REPLY = 1
    DECISION = 2
    REMINDER = 3
    REST = 4


class _Content(BaseModel):
    model_config = ConfigDict(frozen=True)


class Words(_Content):
    kind: Literal["words"] = "words"
    html: str
    markup: Markup | None = None


class File(_Content):
    kind: Literal["file"] = "file"
    name: str
    content: Base64Bytes
    """Base64 when it is stored."""
    caption: str = ""
    """HTML."""


class Place(_Content):
    """A pin on the map."""

    kind: Literal["place"] = "place"
    latitude: float
    longitude: float
    title: str
    address: str


class Outgoing(BaseModel):
    """One message to send, change or take away; stored as JSON until it has been sent."""

    model_config = ConfigDict(frozen=True)

    content: Annotated[Words | File | Place, Field(discriminator="kind")] | None
    """None: take the target away."""
    target: Target | None = None
    """The message that turns into the content; None: a new one. One that cannot be changed any more gets a new one."""
    reply_to: Target | None = None
    """The message that a new one answers, if it is still there."""
    only_if_there: bool = False
    """Where there is no such target (any more), nothing is sent."""
    label: str | None = None
    """A name by which later updates can point to this message before Telegram's id is known."""
    priority: Priority = Priority.REPLY
    topic: Literal["queue", "tickets", "alerts"] | int | None = None
    """Where in a forum: a topic of the managers' rooms by name, or one by Telegram's id; None: the general one."""
    pin: bool = False
    """Pinned silently, if it is a new message."""
    to: Literal["chat", "managers"] = "chat"
    """Whose it is; what is the managers' leaves only where there is such a group."""


class Out:
    """Collects in order. `tapped`: the message whose button was tapped, if Telegram still lets it be changed."""

    def __init__(self, tapped: int | None = None) -> None:
        self.items: list[Outgoing] = []
        self.tapped = tapped
        self.note: str | None = None
        """A passing note on the tapped button; the spinner stops without one, too."""
        self.alert = False
        """Whether the note stays until it is closed."""
        self.topic: int | None = None
        """The topic of a forum in which the update happened: what is said goes there, too."""

    def say(
        self,
        screen: Screen,
        *,
        label: str | None = None,
        priority: Priority = Priority.REPLY,
        reply_to: Target | None = None,
    ) -> None:
        """A new message."""
        words = Words(html=screen.text, markup=screen.markup)
        said = Outgoing(content=words, label=label, priority=priority, reply_to=reply_to, topic=self.topic)
        self.items.append(said)

    def replace(self, screen: Screen) -> None:
        """Turn the tapped message into `screen`; where there is none to change, say it anew."""
        words = Words(html=screen.text, markup=screen.markup)
        self.items.append(Outgoing(content=words, target=self.tapped, topic=self.topic))

    def tell_managers(self, screen: Screen) -> None:
        """A new message for the managers' group, ahead of what can wait."""
        words = Words(html=screen.text, markup=screen.markup)
        self.items.append(Outgoing(content=words, priority=Priority.EMERGENCY, topic="alerts", to="managers"))

    def send(self, content: File | Place) -> None:
        self.items.append(Outgoing(content=content, topic=self.topic))

    def take_away(self, target: Target) -> None:
        """Delete one of our own messages that something newer has made useless."""
        self.items.append(Outgoing(content=None, target=target))
