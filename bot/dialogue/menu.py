"""The words of the reply keyboard: they arrive as text, in either language, whatever is spoken now."""

from functools import cache
from typing import Any, Literal

from aiogram.filters import Filter
from aiogram.types import Message

from bot.texts import LANGUAGES, texts

MenuItem = Literal["book", "mine", "call", "write"]
MENU: tuple[MenuItem, ...] = ("book", "mine", "call", "write")


class MenuWord(Filter):
    """Passes a tap on one key of the keyboard, or the same word typed."""

    def __init__(self, item: MenuItem) -> None:
        self._name = f"menu-{item}"

    async def __call__(self, message: Message, **_data: Any) -> bool:
        return message.text is not None and is_phrase(message.text, self._name)


def is_phrase(text: str, message: str) -> bool:
    """Whether the text is what `message` says, in any language: the label of a key."""
    return _plain(text) in _said(message)


@cache
def _said(message: str) -> frozenset[str]:
    return frozenset(_plain(texts(language).say(message)) for language in LANGUAGES)


def _plain(text: str) -> str:
    return " ".join(text.casefold().replace("ё", "е").split()).strip(" .!")
