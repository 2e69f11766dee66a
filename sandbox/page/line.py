"""The field with its tools, or the one button that makes sense instead."""

from dataclasses import dataclass

from nicegui.element import Element

from sandbox.page.attach import draw_attach
from sandbox.page.composer import Composer
from sandbox.page.elements import button, tag
from sandbox.page.part import Part
from sandbox.page.room import Composing, Room


@dataclass(frozen=True, slots=True)
class Tools:
    commands: bool
    keyboard: bool
    keyboard_hidden: bool


class Line(Part[str]):
    """By mode: "write", "start", "blocked" or "closed"."""

    def __init__(self, container: Element, room: Room, drafts: dict[int, str]) -> None:
        super().__init__(container)
        self.room, self.drafts = room, drafts
        self._composer: Composer | None = None
        self._tools: ToolButtons | None = None
        self._begun: Composing | None = None

    def draw(self, look: str) -> None:
        room, words = self.room, self.room.tab.words
        self._composer = self._tools = None
        if look == "start":
            button("wide", room.start, words("start"))
        elif look == "blocked":
            button("wide", self._unblock, words("unblock"))
        elif look == "closed":
            tag("div", "closed", words("topic-is-closed"))
        else:
            self._draw_composer()

    def _draw_composer(self) -> None:
        room, address = self.room, self.room.chat.address
        self._composer = Composer(room.tab.words, self.drafts.get(address, ""), self._send, self._drafted)
        self._composer.on("edit-last", lambda _: room.edit_last(), args=[])
        self._composer.on("slash", lambda event: self._offer_commands(wished=bool(event.args)))
        self._composer.on("give-up", lambda _: room.compose(None), args=[])
        with self._composer:
            self._tools = ToolButtons(tag("span", "tools"), room)
            draw_attach(room)

    def show_tools(self, tools: Tools) -> None:
        if self._tools:
            self._tools.show(tools)

    def begin(self, composing: Composing | None) -> None:
        """Put the words to change into the field, or take them out again."""
        if composing == self._begun or self._composer is None:
            return
        was, self._begun = self._begun, composing
        message = self.room.chat.messages.get(composing.message_id) if composing else None
        if composing and composing.kind == "edit" and message:
            self._composer.write(message.text)
        elif composing:
            self._composer.focus()
        elif was and was.kind == "edit":
            self._composer.write("")

    def hint(self, text: str | None) -> None:
        if self._composer:
            self._composer.hint(text or self.room.tab.words("write"))

    def empty(self) -> None:
        """Take the words out of the field."""
        self.drafts.pop(self.room.chat.address, None)
        if self._composer:
            self._composer.write("")

    def _send(self, text: str) -> None:
        self.drafts.pop(self.room.chat.address, None)
        self.room.say(text)

    def _drafted(self, text: str) -> None:
        if self.room.composing is None:
            self.drafts[self.room.chat.address] = text

    def _offer_commands(self, *, wished: bool) -> None:
        self.room.commands_open = wished
        self.room.tab.redraw()

    def _unblock(self) -> None:
        self.room.tab.attempt(lambda: self.room.tab.world.unblock(self.room.tab.seat.id, self.room.chat.address))


class ToolButtons(Part[Tools]):
    """Before the field: the bot's commands and its keyboard."""

    def __init__(self, container: Element, room: Room) -> None:
        super().__init__(container)
        self.room = room

    def draw(self, look: Tools) -> None:
        words = self.room.tab.words
        if look.commands:
            with button("tool slash", self._toggle_commands, label=words("commands")):
                tag("span", "sign", "/", aria_hidden="true")
        if look.keyboard:
            label = words("bot-keyboard" if look.keyboard_hidden else "hide-keyboard")
            icon = "keyboard_alt" if look.keyboard_hidden else "keyboard_hide"
            button("tool", self._toggle_keyboard, label=label, icon=icon)

    def _toggle_commands(self) -> None:
        self.room.commands_open = not self.room.commands_open
        self.room.tab.redraw()

    def _toggle_keyboard(self) -> None:
        self.room.toggle_keyboard()
