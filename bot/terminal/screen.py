"""What stands on the terminal: replies as they come, and the numbered buttons of the newest message that has any."""

from dataclasses import dataclass
from typing import TextIO

from aiogram.types import InlineKeyboardMarkup, Message, ReplyKeyboardMarkup


@dataclass(frozen=True, slots=True)
class Button:
    label: str
    data: str
    message_id: int


class TerminalScreen:
    """Writes to `out`. Buttons stay tappable until newer ones are shown, as old messages do in Telegram."""

    def __init__(self, out: TextIO) -> None:
        self._out = out
        self._buttons: tuple[Button, ...] = ()

    def show(self, message: Message) -> None:
        """A new message, or an old one with its new content."""
        self.line(message.text or "")
        buttons = buttons_of(message)
        if buttons:
            self._buttons = buttons
            self._out.writelines(f"  [{number}] {button.label}\n" for number, button in enumerate(buttons, start=1))
        self._out.write("\n")
        self._out.flush()

    def words(self, keyboard: ReplyKeyboardMarkup) -> None:
        """The keys below the chat: here they are words to type."""
        self.line(f"  «{'» «'.join(key.text for row in keyboard.keyboard for key in row)}»\n")

    def line(self, text: str) -> None:
        self._out.write(f"{text}\n")
        self._out.flush()

    def prompt(self) -> None:
        self._out.write("> ")
        self._out.flush()

    def button(self, line: str) -> Button | None:
        """The button whose number was typed."""
        text = line.strip()
        if not (text.isascii() and text.isdigit() and len(text) <= 3):
            return None
        number = int(text)
        return self._buttons[number - 1] if 1 <= number <= len(self._buttons) else None


def buttons_of(message: Message) -> tuple[Button, ...]:
    markup = message.reply_markup
    if not isinstance(markup, InlineKeyboardMarkup):
        return ()
    return tuple(
        Button(button.text, button.callback_data, message.message_id)
        for row in markup.inline_keyboard
        for button in row
        if button.callback_data is not None
    )
