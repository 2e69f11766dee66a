"""Buttons under a message."""

from collections.abc import Callable
from urllib.parse import urlsplit

from nicegui import ui

from sandbox.page.elements import SAFE_LINKS, copies, tag
from sandbox.page.words import Words
from sandbox.world import InlineButton, InlineKeyboard

STYLES = {"primary", "success", "danger"}


def draw_inline_keyboard(
    keyboard: InlineKeyboard, waiting: frozenset[str], words: Words, act: Callable[[InlineButton], object]
) -> None:
    """`waiting`: callback data of taps that the bot has not answered yet."""
    with tag("div", "inline-keyboard"):
        for row in keyboard:
            with tag("div", "keys"):
                for button in row:
                    _draw(button, waiting, words, act)


def _draw(button: InlineButton, waiting: frozenset[str], words: Words, act: Callable[[InlineButton], object]) -> None:
    style = f"style-{button.style}" if button.style in STYLES else ""
    if button.url and _opens(button.url):
        with tag("a", f"key {style}", href=button.url, target="_blank", rel="noopener noreferrer"):
            tag("span", "label", button.text)
            ui.icon("north_east").classes("corner")
            tag("span", "unseen", words("opens-page"))
        return
    waits = button.callback_data is not None and button.callback_data in waiting
    made = tag("button", f"key {style} {'waits' if waits else ''}", type="button")
    if waits:
        made.props["aria-busy"] = "true"
    with made:
        tag("span", "label", button.text)
        if button.copy_text is not None:
            ui.icon("content_copy").classes("corner")
    if button.copy_text is not None:
        copies(made, button.copy_text)
    made.on("click", lambda _: act(button), args=[])


def _opens(url: str) -> bool:
    return url.lower().startswith(SAFE_LINKS) and bool(urlsplit(url).path or urlsplit(url).netloc)
