"""The chats of the person who sits at the tab."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from nicegui import ui
from nicegui.element import Element

from sandbox.page.elements import avatar, tag
from sandbox.page.part import Part
from sandbox.page.tab import Tab
from sandbox.page.times import short_moment
from sandbox.page.titles import one_line
from sandbox.world import Chat, content


@dataclass(frozen=True, slots=True)
class ItemLook:
    address: int
    name: str
    line: str
    moment: str
    unread: int
    typing: bool
    open: bool


class ChatList(Part[tuple[ItemLook, ...]]):
    def __init__(self, container: Element, tab: Tab, choose: Callable[[Chat], object]) -> None:
        super().__init__(container)
        self.tab, self.choose = tab, choose

    def refresh(self, chats: Sequence[Chat], open_chat: Chat | None) -> None:
        self.show(tuple(self._look(chat, chat is open_chat) for chat in chats))

    def draw(self, look: tuple[ItemLook, ...]) -> None:
        words = self.tab.words
        if not look:
            tag("p", "nothing", words("no-chats"))
        for item in look:
            label = words("open-chat", name=item.name, unread=item.unread)
            made = tag("button", "chat-item chosen" if item.open else "chat-item", type="button", aria_label=label)
            if item.open:
                made.props["aria-current"] = "true"
            made.on("click", lambda _, address=item.address: self._open(address), args=[])
            with made:
                avatar(item.name, item.address)
                with tag("span", "about"):
                    with tag("span", "first"):
                        if item.address < 0:
                            ui.icon("group")
                        tag("span", "name", item.name)
                        tag("span", "moment", item.moment)
                    with tag("span", "second"):
                        tag("span", "line typing" if item.typing else "line", item.line)
                        if item.unread:
                            tag("span", "unread", str(item.unread))

    def _look(self, chat: Chat, is_open: bool) -> ItemLook:
        tab, last = self.tab, chat.last_message
        name = tab.world.bot_name(chat.bot, tab.seat.language_code) if chat.bot else chat.name
        typing = any(action.user is not tab.seat for action in tab.world.actions(chat))
        line = tab.words("typing") + "…" if typing else one_line(last, tab.words) if last else ""
        said = last is not None and not isinstance(last.content, content.Service)
        if last and said and not typing and last.sender is tab.seat and line:
            line = f"{tab.words('you')}: {line}"
        moment = short_moment(last.date, tab.now(), tab.zone, tab.words) if last else ""
        return ItemLook(chat.address, name, line, moment, tab.world.unread(tab.seat.id, chat), typing, is_open)

    def _open(self, address: int) -> None:
        chat = self.tab.attempt(lambda: self.tab.world.chat_for(self.tab.seat.id, address))
        if chat:
            self.choose(chat)
