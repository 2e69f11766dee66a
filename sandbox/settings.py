"""What a local Telegram is made of."""

from collections.abc import Sequence
from itertools import zip_longest

from pydantic import BaseModel, Field

from sandbox.bot_api.flood import FloodLimits


class BotSettings(BaseModel):
    token: str = Field(pattern=r"^[1-9]\d{0,18}:[A-Za-z0-9_-]+$", repr=False)
    """Made up; `<id>:<secret>`."""
    username: str
    name: str
    """What people see until the bot sets its own."""
    privacy: bool = True
    """In groups it sees only what concerns it, unless it administers the group."""


class PersonSettings(BaseModel):
    first_name: str
    last_name: str | None = None
    language_code: str = "ru"
    user_id: int | None = Field(default=None, gt=0)
    """None: the next free one, in the order of the list, so that a restarted sandbox knows the same people."""
    phone: str | None = None


class GroupSettings(BaseModel):
    """A group of managers with every bot in it, as an administrator."""

    title: str
    members: list[PersonSettings] = Field(min_length=1)
    """The first one has made it."""
    forum: bool = True
    """With topics."""
    chat_id: int | None = Field(default=None, lt=0)


class SandboxSettings(BaseModel):
    bots: list[BotSettings] = Field(min_length=1)
    """The first one is everybody's default."""
    people: list[PersonSettings] = []
    groups: list[GroupSettings] = []
    flood: FloodLimits = FloodLimits()
    query_lifetime_seconds: float = Field(default=60, gt=0)
    """How long a tap can be answered."""
    first_webhook_pause_seconds: float = Field(default=1, gt=0)
    longest_webhook_pause_seconds: float = Field(default=60, gt=0)
    ready_urls: dict[str, str] = {}
    """By the name of the part: addresses that answer 200 once that part can serve; `/readyz` asks them."""
    title: str = "Local Telegram"


def demo_people() -> list[PersonSettings]:
    """Made-up patients for a demo; one of them speaks English."""
    return [
        PersonSettings(first_name="Анна", language_code="ru"),
        PersonSettings(first_name="Игорь", language_code="ru"),
        PersonSettings(first_name="Emily", language_code="en"),
    ]


def demo_group(lang: str = "ru", chat_id: int | None = None, user_ids: Sequence[int] = ()) -> GroupSettings:
    """The managers of a demo clinic, with these ids as far as they go. `lang`: "ru" or "en"."""
    if lang == "en":
        names, title = ("Margaret", "Daniel"), "Clinic managers"
    else:
        names, title = ("Вера", "Павел"), "Менеджеры клиники"
    members = [
        PersonSettings(first_name=name, language_code=lang, user_id=user_id)
        for name, user_id in zip_longest(names, user_ids[: len(names)])
    ]
    return GroupSettings(title=title, members=members, chat_id=chat_id)
