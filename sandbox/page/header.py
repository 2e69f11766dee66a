"""Above the messages: whose chat it is, what goes on in it, the pinned message and the topics."""

from collections.abc import Callable
from dataclasses import dataclass

from nicegui import ui
from nicegui.element import Element

from sandbox.page.elements import avatar, button, tag
from sandbox.page.menus import item, menu
from sandbox.page.part import Part
from sandbox.page.room import Room
from sandbox.page.titles import one_line
from sandbox.world import Topic


@dataclass(frozen=True, slots=True)
class HeaderLook:
    name: str
    status: str
    lively: bool
    """Somebody is typing."""
    blocked: bool


class Header(Part[HeaderLook]):
    def __init__(self, container: Element, room: Room, back: Callable[[], object]) -> None:
        super().__init__(container)
        self.room, self.back = room, back

    def refresh(self, *, waits: bool) -> None:
        """`waits`: the bot has given no sign for long."""
        room, words = self.room, self.room.tab.words
        world, seat, chat = room.tab.world, room.tab.seat, room.chat
        acting = [each for each in world.actions(chat) if each.user is not seat]
        if acting:
            status = _doing(room, acting[-1].user.first_name, acting[-1].action)
        elif room.blocked:
            status = words("blocked")
        elif waits:
            status = words("waiting")
        else:
            present = sum(chat.has(user_id) for user_id in chat.members)
            status = words("role-bot") if chat.is_private else words("members", count=present)
        name = world.bot_name(chat.bot, seat.language_code) if chat.bot else chat.name
        self.show(HeaderLook(name, status, bool(acting) or waits, room.blocked))

    def draw(self, look: HeaderLook) -> None:
        words, chat = self.room.tab.words, self.room.chat
        button("tool back", self.back, label=words("back"), icon="arrow_back")
        avatar(look.name, chat.address)
        with tag("div", "about"):
            tag("h1", "name", look.name)
            with tag("div", "status lively" if look.lively else "status", role="status"):
                tag("span", "", look.status)
                if look.lively:
                    with tag("span", "dots", aria_hidden="true"):
                        for _ in range(3):
                            tag("i")
        if chat.is_private:
            with menu(button("tool", lambda: None, label=words("chat-menu"), icon="more_vert")):
                if look.blocked:
                    item(lambda: self._block(blocked=False), words("unblock"), "lock_open")
                else:
                    item(lambda: self._block(blocked=True), words("block"), "block", danger=True)

    def _block(self, *, blocked: bool) -> None:
        tab, address = self.room.tab, self.room.chat.address
        act = tab.world.block if blocked else tab.world.unblock
        tab.attempt(lambda: act(tab.seat.id, address))


def _doing(room: Room, name: str, action: str) -> str:
    words = room.tab.words
    if action.startswith(("upload_", "record_")):
        return words("uploading")
    return words("typing") if room.chat.is_private else words("typing-named", name=name)


class PinnedBar(Part[tuple[int, int] | None]):
    """By the pinned message's id and version; nothing for None."""

    def __init__(self, container: Element, room: Room, jump: Callable[[int], None]) -> None:
        super().__init__(container)
        self.room, self.jump = room, jump

    def refresh(self) -> None:
        pinned = self.room.tab.world.pinned_message(self.room.chat)
        self.show((pinned.id, pinned.version) if pinned else None)

    def draw(self, look: tuple[int, int] | None) -> None:
        message = self.room.chat.messages.get(look[0]) if look else None
        if message is None:
            return
        words = self.room.tab.words
        with tag("button", "pinned", type="button").on("click", lambda _: self.jump(message.id), args=[]):
            with tag("span", "about"):
                tag("span", "name", words("pinned"))
                tag("span", "line", one_line(message, words))
            ui.icon("push_pin")


TopicLook = tuple[int | None, tuple[tuple[int, str, bool, int], ...]]
"""The chosen one's id, and of each its id, name, whether it is closed, and colour."""


class TopicTabs(Part[TopicLook]):
    """Nothing where there are no topics."""

    def __init__(self, container: Element, room: Room, choose: Callable[[Topic | None], None]) -> None:
        super().__init__(container)
        self.room, self.choose = room, choose

    def refresh(self) -> None:
        topics = self.room.chat.topics.values()
        looks = tuple((topic.id, topic.name, topic.closed, topic.icon_color) for topic in topics)
        self.show((self.room.topic_id, looks))

    def draw(self, look: TopicLook) -> None:
        chosen, topics = look
        if not topics:
            return
        words = self.room.tab.words
        with tag("div", "topics", role="group", aria_label=words("topics")):
            self._draw_topic(None, words("all-topics"), chosen is None)
            for topic_id, name, closed, color in topics:
                self._draw_topic(topic_id, name, chosen == topic_id, closed=closed, color=color)

    def _draw_topic(
        self, topic_id: int | None, name: str, chosen: bool, *, closed: bool = False, color: int | None = None
    ) -> None:
        with tag("button", "topic chosen" if chosen else "topic", type="button", aria_pressed=str(chosen).lower()).on(
            "click", lambda _: self.choose(self.room.chat.topics.get(topic_id or 0)), args=[]
        ):
            if color is not None:
                tag("span", "dot", style=f"background: #{color & 0xFFFFFF:06x}", aria_hidden="true")
            tag("span", "", name)
            if closed:
                ui.icon("lock")
                tag("span", "unseen", self.room.tab.words("closed-topic"))
