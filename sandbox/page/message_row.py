"""One message on the page."""

from dataclasses import dataclass

from nicegui import ui
from nicegui.element import Element

from sandbox.page.bodies import draw_body
from sandbox.page.elements import avatar, button, hidden, tag
from sandbox.page.inline_keyboard import draw_inline_keyboard
from sandbox.page.message_menu import open_menu
from sandbox.page.part import Part
from sandbox.page.rich_text import RichText
from sandbox.page.room import Room
from sandbox.page.times import clock_time
from sandbox.page.titles import one_line, service_line
from sandbox.world import Message, content

RIGHT_CLICK = "(e) => { e.preventDefault(); e.currentTarget.closest('.msg').querySelector('.more')?.click(); }"


@dataclass(frozen=True, slots=True)
class RowLook:
    version: int
    day: str | None
    """The line above, where a day begins."""
    follows: bool
    """The same person spoke right before."""
    read: bool
    revealed: bool
    waiting: frozenset[str]
    quoted_version: int | None
    """Of the message that it answers; 0: deleted."""
    topic: str | None
    """Its topic's name, where messages of all topics are on show."""


class MessageRow(Part[RowLook]):
    def __init__(self, container: Element, room: Room, message: Message) -> None:
        super().__init__(container)
        self.room, self.message, self.words = room, message, room.tab.words

    def draw(self, look: RowLook) -> None:
        if look.day:
            tag("div", "day", look.day, role="separator", aria_label=look.day)
        if isinstance(self.message.content, content.Service):
            tag("div", "service", service_line(self.message, self.words))
            return
        own = self.room.own(self.message)
        kinds = f"msg {'own' if own else 'other'} {'follows' if look.follows else ''}"
        name = self.words("you") if own else self._sender()
        label = self.words("message-of", name=name, time=self._time())
        with tag("div", kinds, role="group", aria_label=label, data_message=self.message.id):
            if not own and not self.room.chat.is_private:
                avatar(self._sender(), self.message.sender.id, "small")
            with tag("div", "stack"):
                self._draw_bubble(look, own)
                if self.message.keyboard:
                    draw_inline_keyboard(
                        self.message.keyboard, look.waiting, self.words, lambda key: self.room.tap(self.message, key)
                    )
            more = button("more", lambda: open_menu(self.room, self.message, more), label=self.words("message-menu"))
            with more:
                ui.icon("expand_more")

    def _draw_bubble(self, look: RowLook, own: bool) -> None:
        bare = "bare" if isinstance(self.message.content, content.Sticker) else ""
        with tag("div", f"bubble {bare} is-{type(self.message.content).__name__.lower()}").on(
            "contextmenu", js_handler=RIGHT_CLICK
        ):
            if not own and not self.room.chat.is_private and not look.follows:
                tag("div", f"sender ink-{abs(self.message.sender.id) % 7}", self._sender())
            if look.topic:
                with tag("div", "topic-label"):
                    ui.icon("tag")
                    tag("span", "", look.topic)
            if self.message.forwarded:
                tag("div", "forwarded", self.words("forwarded-from", name=self.message.forwarded.sender.name))
            if self.message.reply_to is not None:
                self._draw_quote(self.message.reply_to)
            draw_body(self.message.content, self.words)
            with tag("div", "words"):
                rich = RichText(self.words, self.room.say, lambda: self.room.reveal(self.message))
                rich.draw(self.message.text, self.message.entities, revealed=look.revealed)
                self._draw_meta(look, own)

    def _draw_quote(self, message_id: int) -> None:
        quoted = self.room.chat.messages.get(message_id)
        name = quoted.sender.name if quoted else ""
        text = one_line(quoted, self.words) if quoted else self.words("deleted-message")
        with tag("button", "quoted", type="button").on(
            "click", js_handler=f"() => window.dispatchEvent(new CustomEvent('jump', {{detail: {int(message_id)}}}))"
        ):
            tag("span", "name", name)
            tag("span", "line", text)

    def _draw_meta(self, look: RowLook, own: bool) -> None:
        with tag("span", "meta"):
            if self.message.edited_at:
                tag("span", "edited", self.words("edited"))
            tag("time", "", self._time(), datetime=self.message.date.isoformat())
            if own:
                ui.icon("done_all" if look.read else "done").classes("ticks")
                hidden(self.words("read" if look.read else "sent"))

    def _sender(self) -> str:
        world, seat = self.room.tab.world, self.room.tab.seat
        if (bot := world.bots.get(self.message.sender.id)) is not None:
            return world.bot_name(bot, seat.language_code)
        return self.message.sender.name

    def _time(self) -> str:
        return clock_time(self.message.date, self.room.tab.zone)
