"""A reply to one of our messages, told by the label under which we sent it."""

from aiogram.filters import BaseFilter
from aiogram.types import Message


class RepliesTo(BaseFilter):
    """Replies to messages labelled ``<prefix><number>``; the handler gets `number`."""

    def __init__(self, prefix: str) -> None:
        self._prefix = prefix

    async def __call__(self, message: Message, replied: str | None = None) -> bool | dict[str, int]:
        if replied is None or not message.text or not replied.startswith(self._prefix):
            return False
        number = replied.removeprefix(self._prefix)
        return {"number": int(number)} if number.isascii() and number.isdecimal() else False
