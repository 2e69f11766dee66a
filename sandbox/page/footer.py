"""Below the messages: the field, or the one button that makes sense instead."""

from nicegui import ui
from nicegui.element import Element

from sandbox.page.command_list import CommandList
from sandbox.page.elements import button, tag
from sandbox.page.line import Line, Tools
from sandbox.page.part import Part
from sandbox.page.reply_keyboard import ReplyKeyboardPart
from sandbox.page.room import Composing, Room
from sandbox.page.titles import one_line


class Footer:
    def __init__(self, room: Room, drafts: dict[int, str]) -> None:
        """`drafts`: unsent words by chat address, kept while the tab lives."""
        self.room = room
        with tag("div", "footer"):
            self._bar = Bar(tag("div", "bar-place"), room)
            self._commands = CommandList(tag("div", "commands-place"), room.tab.words, self._say_command)
            self._line = Line(tag("div", "line-place"), room, drafts)
            self._keyboard = ReplyKeyboardPart(tag("div", "keyboard-place"), room)

    def refresh(self) -> None:
        room, mode = self.room, self._mode()
        writing = mode == "write"
        shown = room.tab.world.shown_keyboard(room.tab.seat.id, room.chat)
        keyboard, hidden = (shown.keyboard if shown else None), room.keyboard_hidden
        composing = room.composing if writing else None
        quoted = room.chat.messages.get(composing.message_id) if composing else None
        commands = tuple(room.tab.world.commands(room.tab.seat.id, room.chat)) if writing else ()
        self._bar.show((composing, quoted.version) if composing and quoted else None)
        self._commands.show(commands if room.commands_open else ())
        self._line.show(mode)
        self._line.show_tools(Tools(bool(commands), keyboard is not None, hidden))
        self._line.begin(composing)
        self._line.hint(keyboard.placeholder if keyboard else None)
        self._keyboard.show(keyboard if writing and not hidden else None)

    def _mode(self) -> str:
        room = self.room
        if room.blocked:
            return "blocked"
        if room.topic and room.topic.closed:
            return "closed"
        return "start" if room.empty else "write"

    def _say_command(self, command: str) -> None:
        self._line.empty()
        self.room.composing = None
        self.room.say(command)


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
