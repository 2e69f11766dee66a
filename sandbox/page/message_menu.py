"""What can be done with a message."""

from nicegui import ui
from nicegui.element import Element

from sandbox.page.elements import button, tag
from sandbox.page.room import Composing, Room
from sandbox.world import Message


def open_menu(room: Room, message: Message, anchor: Element) -> None:
    """At the button `anchor`; made at the first click, which spares a long chat hundreds of menus."""
    if any(isinstance(child, ui.menu) for child in anchor):
        return
    words = room.tab.words
    with anchor, ui.menu().props("auto-close") as menu, tag("div", "menu"):
        button("item", lambda: room.compose(Composing("reply", message.id)), words("reply"), icon="reply")
        if message.text:
            button("item", lambda: _copy(room, message), words("copy"), icon="content_copy")
        if room.own(message):
            if message.is_words or message.has_caption:
                button("item", lambda: room.compose(Composing("edit", message.id)), words("edit"), icon="edit")
            button("item danger", lambda: room.delete(message), words("delete"), icon="delete")
    menu.open()


def _copy(room: Room, message: Message) -> None:
    ui.clipboard.write(message.text)
    room.tab.notices.toast(room.tab.words("copied"))
