"""A tap on a button under a message."""

from dataclasses import dataclass
from datetime import datetime

from sandbox.world.people import Bot, User


@dataclass(frozen=True, slots=True)
class Answer:
    """What the bot says to a tap; an empty text only stops the button's waiting."""

    text: str = ""
    alert: bool = False
    """A window to close rather than a passing note."""
    url: str | None = None


@dataclass(slots=True, eq=False)
class Press:
    id: str
    user: User
    bot: Bot
    chat_id: int
    message_id: int
    data: str
    at: datetime
    answer: Answer | None = None
    """None while the bot has not answered."""
