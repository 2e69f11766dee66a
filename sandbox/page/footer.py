"""Below the messages: the field, or the one button that makes sense instead."""

from dataclasses import dataclass

from nicegui import ui
from nicegui.element import Element

from sandbox.page.attach import draw_attach
from sandbox.page.composer import Composer
from sandbox.page.elements import button, later, tag
from sandbox.page.part import Part
from sandbox.page.reply_keyboard import ReplyKeyboardPart
from sandbox.page.room import Composing, Room
from sandbox.page.titles import one_line
from sandbox.world import Command, ReplyKeyboard


class Footer:
    def __init__(self, room: Room, drafts: dict[int, str]) -> None:
        """`drafts`: unsent words by chat address, kept while the tab lives."""
        self.room = room
        with tag("div", "footer"):
            self._bar = Bar(tag("div", "bar-place"), room)
            self._commands = Commands(tag("div", "commands-place"), room)
            self._line = Line(tag("div", "line-place"), room, drafts)
            self._keyboard = ReplyKeyboardPart(tag("div", "keyboard-place"), room)

    def refresh(self) -> None:
        room, mode = self.room, self._mode()
        writing = mode == "write"
        keyboard = self._keyboard_of()
        hidden = keyboard is not None and room.keyboard_hidden == keyboard[0]
        composing = room.composing if writing else None
        quoted = room.chat.messages.get(composing.message_id) if composing else None
        commands = tuple(room.tab.world.commands(room.tab.seat.id, room.chat)) if writing else ()
        self._bar.show((composing, quoted.version) if composing and quoted else None)
        self._commands.show(commands if room.commands_open else ())
        self._line.show(mode)
        self._line.show_tools(Tools(bool(commands), keyboard is not None, hidden))
        self._line.begin(composing)
        self._line.hint(keyboard[1].placeholder if keyboard else None)
        self._keyboard.show(keyboard[1] if keyboard and writing and not hidden else None)

    def focus(self) -> None:
        self._line.focus()

    def _mode(self) -> str:
        room = self.room
        if room.blocked:
            return "blocked"
        if room.topic and room.topic.closed:
            return "closed"
        return "start" if room.empty else "write"

    def _keyboard_of(self) -> tuple[int, ReplyKeyboard] | None:
        shown = self.room.tab.world.shown_keyboard(self.room.tab.seat.id, self.room.chat)
        if shown is None:
            return None
        if shown.folded and self.room.keyboard_hidden is None:
            self.room.keyboard_hidden = shown.message_id
        return shown.message_id, shown.keyboard


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

    def focus(self) -> None:
        if self._composer:
            self._composer.focus()

    def _send(self, text: str) -> None:
        self.drafts.pop(self.room.chat.address, None)
        self.room.say(text)

    def _drafted(self, text: str) -> None:
        if self.room.composing is None:
            self.drafts[self.room.chat.address] = text

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
        shown = self.room.tab.world.shown_keyboard(self.room.tab.seat.id, self.room.chat)
        if shown is None:
            return
        hidden = self.room.keyboard_hidden == shown.message_id
        self.room.keyboard_hidden = -1 if hidden else shown.message_id
        self.room.tab.redraw()


class Bar(Part[tuple[Composing, int] | None]):
    """Above the field: what is being changed or answered."""

    def __init__(self, container: Element, room: Room) -> None:
        super().__init__(container)
        self.room = room

    def draw(self, look: tuple[Composing, int] | None) -> None:
        if look is None or (message := self.room.chat.messages.get(look[0].message_id)) is None:
            return
        words, edits = self.room.tab.words, look[0].kind == "edit"
        with tag("div", "bar"):
            ui.icon("edit" if edits else "reply")
            with tag("div", "about"):
                tag("span", "name", words("editing") if edits else words("answering", name=message.sender.name))
                tag("span", "line", one_line(message, words))
            button("tool", lambda: self.room.compose(None), label=words("cancel"), icon="close")


class Commands(Part[tuple[Command, ...]]):
    """The "/" menu; nothing without commands."""

    def __init__(self, container: Element, room: Room) -> None:
        super().__init__(container)
        self.room = room

    def draw(self, look: tuple[Command, ...]) -> None:
        if not look:
            return
        with tag("div", "commands", role="group", aria_label=self.room.tab.words("commands")):
            for each in look:
                said = f"/{each.command}"
                with button("command-line", later(self.room.say, said)):
                    tag("span", "name", said)
                    tag("span", "about", each.description)
