"""The left column: who sits here, in which language, and the chats."""

from collections.abc import Callable

from nicegui import ui
from nicegui.element import Element

from sandbox.page.chat_list import ChatList
from sandbox.page.elements import avatar, button, tag
from sandbox.page.part import Part
from sandbox.page.seats import role
from sandbox.page.tab import Tab
from sandbox.world import Chat, User

SeatLook = tuple[tuple[int, str, str, int], ...]
"""Of each person: id, name, role, unread messages."""


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
                self._seats = Seats(tag("div", "seats-place"), tab, sit_down)
                other = words("switch-language")
                button("language", switch_language, other).props["lang"] = "en" if words.language == "ru" else "ru"
            self._list = ChatList(tag("div", "chat-list"), tab, choose)
            tag("p", "demo-note", words("demo-note"))

    def refresh(self, open_chat: Chat | None) -> None:
        self._seats.refresh()
        self._list.refresh(open_chat)


class Seats(Part[SeatLook]):
    def __init__(self, container: Element, tab: Tab, sit_down: Callable[[User], object]) -> None:
        super().__init__(container)
        self.tab, self.sit_down = tab, sit_down

    def refresh(self) -> None:
        world, words = self.tab.world, self.tab.words
        self.show(tuple((user.id, user.name, role(world, user, words), self._unread(user)) for user in world.people()))

    def draw(self, look: SeatLook) -> None:
        tab, words = self.tab, self.tab.words
        seat = tab.seat
        opener = button("seat", lambda: None, label=words("choose-seat", name=seat.name))
        with opener:
            avatar(seat.name, seat.id)
            with tag("span", "about"):
                tag("span", "name", words("you-are", name=seat.name))
                tag("span", "line", role(tab.world, seat, words))
            ui.icon("expand_more")
            with ui.menu().props("auto-close fit"), tag("div", "menu seats", role="group", aria_label=words("seats")):
                for user_id, name, about, unread in look:
                    self._draw_person(user_id, name, about, unread)
                button("item", self._add_patient, words("new-patient"), icon="person_add")

    def _draw_person(self, user_id: int, name: str, about: str, unread: int) -> None:
        chosen = user_id == self.tab.seat.id
        made = button("item person", lambda: self.sit_down(self.tab.world.user(user_id)))
        if chosen:
            made.props["aria-current"] = "true"
        with made:
            avatar(name, user_id, "small")
            with tag("span", "about"):
                tag("span", "name", name)
                tag("span", "line", about)
            if unread and not chosen:
                tag("span", "unread", str(unread))
            elif chosen:
                ui.icon("check")

    def _add_patient(self) -> None:
        words = self.tab.words

        def add(name: str) -> None:
            self.sit_down(self.tab.world.add_user(name, language_code=words.language))

        self.tab.notices.ask_name(words("new-patient-hint"), words("new-patient-name"), words("add"), add)

    def _unread(self, user: User) -> int:
        world = self.tab.world
        return sum(world.unread(user.id, chat) for chat in world.chats_of(user.id))
