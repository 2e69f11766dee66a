"""One message of a chat."""

from dataclasses import dataclass
from datetime import datetime

from sandbox.world.content import Content, Media, Text
from sandbox.world.keyboards import ForceReply, InlineKeyboard
from sandbox.world.people import User
from sandbox.world.text import Entity


@dataclass(frozen=True, slots=True)
class Forwarded:
    """Where a forwarded message came from."""

    sender: User
    date: datetime


@dataclass(slots=True, eq=False)
class Message:
    """Changes in place; `version` grows with every change, so (id, version) says whether to draw it anew."""

    id: int
    """Unique and growing within its chat."""
    sender: User
    date: datetime
    """Aware, UTC, whole seconds, as in Telegram."""
    content: Content
    text: str = ""
    """The words of a `Text`, the caption of media, else empty."""
    entities: tuple[Entity, ...] = ()
    reply_to: int | None = None
    """The id of the message that it answers."""
    topic: int | None = None
    """The id of the forum topic, None outside of topics and in General."""
    keyboard: InlineKeyboard = ()
    """Buttons under it, row by row; () for none."""
    force_reply: ForceReply | None = None
    brought_keyboard: bool = False
    """It put up or took away a reply keyboard: its bot can change it no more."""
    forwarded: Forwarded | None = None
    silent: bool = False
    protected: bool = False
    edited_at: datetime | None = None
    """When its words were last changed; a change of the buttons alone does not count, as in the app."""
    version: int = 1

    @property
    def is_words(self) -> bool:
        return isinstance(self.content, Text)

    @property
    def has_caption(self) -> bool:
        """Whether its kind may have one."""
        return isinstance(self.content, Media)
