"""What a view makes: a text and its buttons."""

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape
from typing import Literal

from aiogram.filters.callback_data import CallbackData
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup, ReplyKeyboardMarkup, ReplyKeyboardRemove

BUTTON_LENGTH = 120
"""Longer labels are cut: a phone shows a few dozen letters."""


@dataclass(frozen=True, slots=True)
class Button:
    """A label and what a tap carries."""

    label: str
    data: CallbackData
    style: Literal["primary", "success", "danger"] | None = None


@dataclass(frozen=True, slots=True)
class Screen:
    """HTML text with buttons under it, or with another keyboard below the chat; Telegram allows one of the two."""

    text: str
    buttons: tuple[Button, ...] = ()
    """One a row: big, and readable for everybody."""
    grid: tuple[tuple[Button, ...], ...] = ()
    """Rows of small buttons, shown above `buttons`: a calendar."""
    keyboard: ReplyKeyboardMarkup | ReplyKeyboardRemove | None = None

    @property
    def markup(self) -> InlineKeyboardMarkup | ReplyKeyboardMarkup | ReplyKeyboardRemove | None:
        rows = [*self.grid, *((button,) for button in self.buttons)]
        if not rows:
            return self.keyboard
        return InlineKeyboardMarkup(inline_keyboard=[[_button(button) for button in row] for row in rows])


def _button(button: Button) -> InlineKeyboardButton:
    return InlineKeyboardButton(
        text=cut(button.label, BUTTON_LENGTH), callback_data=button.data.pack(), style=button.style
    )


def cut(text: str, length: int) -> str:
    """At most `length` characters; what was longer ends in an ellipsis."""
    return text if len(text) <= length else f"{text[: length - 1].rstrip()}…"


def paragraphs(parts: Iterable[str]) -> str:
    return "\n\n".join(part for part in parts if part)


def escaped(text: str) -> str:
    """Somebody's words as Telegram's HTML."""
    return escape(text, quote=False)
