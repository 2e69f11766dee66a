"""What a view makes: a text and its buttons."""

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape

from aiogram.filters.callback_data import CallbackData
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

BUTTON_LENGTH = 120
"""Longer labels are cut: a phone shows a few dozen letters."""


@dataclass(frozen=True, slots=True)
class Screen:
    """HTML text, and one button a row: label and what it carries."""

    text: str
    buttons: tuple[tuple[str, CallbackData], ...] = ()

    @property
    def keyboard(self) -> InlineKeyboardMarkup | None:
        if not self.buttons:
            return None
        return InlineKeyboardMarkup(inline_keyboard=[[button(label, data)] for label, data in self.buttons])


def button(label: str, data: CallbackData) -> InlineKeyboardButton:
    return InlineKeyboardButton(text=cut(label, BUTTON_LENGTH), callback_data=data.pack())


def cut(text: str, length: int) -> str:
    """At most `length` characters; what was longer ends in an ellipsis."""
    return text if len(text) <= length else f"{text[: length - 1].rstrip()}…"


def paragraphs(parts: Iterable[str]) -> str:
    return "\n\n".join(part for part in parts if part)


def escaped(text: str) -> str:
    """Somebody's words as Telegram's HTML."""
    return escape(text, quote=False)
