"""What can be done with a message."""

from nicegui.element import Element

from sandbox.page.elements import copies
from sandbox.page.menus import item, pop_up
from sandbox.page.room import Composing, Room
from sandbox.world import Message


def open_menu(room: Room, message: Message, anchor: Element) -> None:
    """At the button `anchor`."""
    pop_up(anchor, lambda: _fill(room, message))


def _fill(room: Room, message: Message) -> None:
    words = room.tab.words
    item(lambda: room.compose(Composing("reply", message.id)), words("reply"), "reply")
    if message.text:
        copies(item(lambda: _copied(room), words("copy"), "content_copy"), message.text)
    if room.own(message):
        if message.is_words or message.has_caption:
            item(lambda: room.compose(Composing("edit", message.id)), words("edit"), "edit")
        item(lambda: room.delete(message), words("delete"), "delete", danger=True)


def _copied(room: Room) -> None:
    room.tab.notices.toast(room.tab.words("copied"))
