"""The left column: who sits here, in which language, and the chats."""

from collections.abc import Callable, Sequence

from sandbox.page.chat_list import ChatList
from sandbox.page.elements import button, tag
from sandbox.page.seat_button import SeatButton
from sandbox.page.tab import Tab
from sandbox.world import Chat, User


class Sidebar:
    """Draws itself where it is made."""

    def __init__(
        self,
        tab: Tab,
        choose: Callable[[Chat], object],
        sit_down: Callable[[User], object],
        switch_language: Callable[[], object],
    ) -> None:
        words = tab.words
        with tag("nav", "sidebar", aria_label=words("chats")):
            with tag("div", "sidebar-header"):
                self._seat = SeatButton(tab, sit_down)
                other = words("switch-language")
                button("language", switch_language, other).props["lang"] = "en" if words.language == "ru" else "ru"
            self._list = ChatList(tag("div", "chat-list"), tab, choose)
            tag("p", "demo-note", words("demo-note"))

    def refresh(self, chats: Sequence[Chat], open_chat: Chat | None) -> None:
        """`chats`: those of the person, the last spoken first."""
        self._seat.refresh()
        self._list.refresh(chats, open_chat)
