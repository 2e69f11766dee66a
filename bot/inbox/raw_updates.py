"""getUpdates as a method of aiogram's Bot whose answer is taken as it came: one bad update must not hide the others."""

from typing import Any, ClassVar

from aiogram.methods.base import TelegramMethod


class RawUpdates(TelegramMethod[list[Any]]):
    __returning__: ClassVar[Any] = list[Any]
    __api_method__: ClassVar[str] = "getUpdates"

    offset: int | None = None
    limit: int = 100
    timeout: int
    """Seconds that Telegram may wait for something to come."""
    allowed_updates: list[str]
