"""What a message carries. Its text or caption, with entities, is kept in the message itself."""

from dataclasses import dataclass

from sandbox.world.files import File
from sandbox.world.people import User


@dataclass(frozen=True, slots=True)
class Text:
    """Only words."""


@dataclass(frozen=True, slots=True)
class PhotoSize:
    file: File
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Photo:
    sizes: tuple[PhotoSize, ...]
    """From small to large."""


@dataclass(frozen=True, slots=True)
class Document:
    file: File


@dataclass(frozen=True, slots=True)
class Voice:
    file: File
    duration: int
    """Seconds."""


@dataclass(frozen=True, slots=True)
class Sticker:
    file: File
    emoji: str
    set_name: str | None = None


@dataclass(frozen=True, slots=True)
class Location:
    latitude: float
    longitude: float
    accuracy: float | None = None
    """Metres."""


@dataclass(frozen=True, slots=True)
class Venue:
    location: Location
    title: str
    address: str


@dataclass(frozen=True, slots=True)
class Contact:
    phone: str
    first_name: str
    last_name: str | None = None
    user_id: int | None = None
    """Whose account it is, if Telegram knows; equal to the sender's id: that person's own number, vouched for."""
    vcard: str | None = None


@dataclass(frozen=True, slots=True)
class MembersJoined:
    users: tuple[User, ...]


@dataclass(frozen=True, slots=True)
class MemberLeft:
    user: User


@dataclass(frozen=True, slots=True)
class GroupCreated:
    """The first message of a group."""


@dataclass(frozen=True, slots=True)
class Pinned:
    message_id: int


@dataclass(frozen=True, slots=True)
class MigratedTo:
    chat_id: int


@dataclass(frozen=True, slots=True)
class MigratedFrom:
    chat_id: int


@dataclass(frozen=True, slots=True)
class TopicCreated:
    name: str
    icon_color: int
    icon: str | None = None


@dataclass(frozen=True, slots=True)
class TopicEdited:
    name: str | None
    icon: str | None = None


@dataclass(frozen=True, slots=True)
class TopicClosed:
    """Only administrators write in it now."""


@dataclass(frozen=True, slots=True)
class TopicReopened:
    """Everyone writes in it again."""


Media = Photo | Document | Voice
"""May have a caption."""
Service = (
    MembersJoined
    | MemberLeft
    | GroupCreated
    | Pinned
    | MigratedTo
    | MigratedFrom
    | TopicCreated
    | TopicEdited
    | TopicClosed
    | TopicReopened
)
"""Grey lines in the middle of a chat: something happened, nobody said it."""
Content = Text | Media | Sticker | Location | Venue | Contact | Service
