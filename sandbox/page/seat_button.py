"""Who sits at the tab, and the menu of all who might."""

from collections.abc import Callable

from nicegui import ui

from sandbox.page.elements import avatar, button, tag
from sandbox.page.menus import item, pop_up
from sandbox.page.part import Part
from sandbox.page.seats import role, unread_of_all
from sandbox.page.tab import Tab
from sandbox.world import User


class SeatButton:
    """Draws itself where it is made. A number on it tells that somebody else has got messages meanwhile."""

    def __init__(self, tab: Tab, sit_down: Callable[[User], object]) -> None:
        self.tab, self.sit_down = tab, sit_down
        self._before = unread_of_all(tab.world)
        self._opener = button("seat", self._open, label=tab.words("choose-seat", name=tab.seat.name))
        with self._opener:
            avatar(tab.seat.name, tab.seat.id)
            with tag("span", "about"):
                tag("span", "name", tab.words("you-are", name=tab.seat.name))
                self._role = Role(tag("span", "line"))
            self._others = Others(tag("span", "others"))
            ui.icon("expand_more")

    def refresh(self) -> None:
        tab = self.tab
        self._role.show(role(tab.world, tab.seat, tab.words))
        unread = unread_of_all(tab.world)
        self._before &= unread
        news = unread - self._before
        self._others.show(news.total() - news[tab.seat.id])

    def _open(self) -> None:
        pop_up(self._opener, self._draw_people, fit=True, label=self.tab.words("seats"))

    def _draw_people(self) -> None:
        unread = unread_of_all(self.tab.world)
        for user in self.tab.world.people():
            self._draw_person(user, unread[user.id])
        item(self._add_patient, self.tab.words("new-patient"), "person_add")

    def _draw_person(self, user: User, unread: int) -> None:
        chosen = user is self.tab.seat
        made = item(lambda: self.sit_down(user), None).classes("person")
        if chosen:
            made.props["aria-current"] = "true"
        with made:
            avatar(user.name, user.id, "small")
            with tag("span", "about"):
                tag("span", "name", user.name)
                tag("span", "line", role(self.tab.world, user, self.tab.words))
            if chosen:
                ui.icon("check")
            elif unread:
                tag("span", "unread", str(unread))

    def _add_patient(self) -> None:
        words = self.tab.words

        def add(name: str) -> None:
            self.sit_down(self.tab.world.add_user(name, language_code=words.language))

        self.tab.notices.ask_name(words("new-patient-hint"), words("new-patient-name"), words("add"), add)


class Role(Part[str]):
    def draw(self, look: str) -> None:
        tag("span", "", look)


class Others(Part[int]):
    def draw(self, look: int) -> None:
        if look:
            tag("span", "unread", str(look), aria_hidden="true")
