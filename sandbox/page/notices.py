"""Passing notes, windows with one button, and questions with two."""

import asyncio
from collections.abc import Callable

from nicegui import ui
from nicegui.element import Element

from sandbox.page.elements import button, tag
from sandbox.page.words import Words

TOAST_SECONDS = 4.0


class Notices:
    def __init__(self, words: Words) -> None:
        self.words = words
        self._place: Element | None = None

    def draw(self) -> None:
        """The place of the passing notes; before anything is told."""
        self._place = tag("div", "toasts", role="status", aria_live="polite")

    def toast(self, text: str) -> None:
        if self._place is None:
            return
        with self._place:
            note = tag("div", "toast", text)
        asyncio.get_running_loop().call_later(TOAST_SECONDS, _remove, note)

    def alert(self, text: str) -> None:
        """A window that stays until it is closed."""
        with self._window() as window, tag("div", "window", role="document"):
            tag("p", "", text)
            with tag("div", "choices"):
                button("choice strong", window.close, self.words("ok")).props["autofocus"] = ""

    def ask(self, title: str, text: str, yes: str, act: Callable[[], object]) -> None:
        with self._window() as window, tag("div", "window", role="document"):
            tag("h2", "", title)
            tag("p", "", text)
            with tag("div", "choices"):
                button("choice", window.close, self.words("no"))
                button("choice strong", lambda: (window.close(), act()), yes).props["autofocus"] = ""

    def ask_name(self, title: str, label: str, yes: str, act: Callable[[str], object]) -> None:
        """A short line of text, at most 64 characters; nothing happens without one."""

        def finish() -> None:
            window.close()
            if name := str(field.value or "").strip():
                act(name[:64])

        with self._window() as window, tag("div", "window", role="document"):
            tag("h2", "", title)
            field = ui.input(label).props("autofocus maxlength=64 outlined").on("keydown.enter", finish, args=[])
            with tag("div", "choices"):
                button("choice", window.close, self.words("no"))
                button("choice strong", finish, yes)

    def _window(self) -> ui.dialog:
        if self._place is None:
            raise RuntimeError("draw the notices first")
        with self._place:
            window = ui.dialog(value=True).props('transition-duration=120 aria-modal="true"')
        window.on_value_change(lambda event: None if event.value else window.delete())
        return window


def _remove(note: Element) -> None:
    if not note.is_deleted:
        note.delete()
