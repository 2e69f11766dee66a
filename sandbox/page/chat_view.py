"""The open chat."""

import asyncio
from collections.abc import Callable

from nicegui import ui
from nicegui.element import Element

from sandbox.page.elements import button, tag
from sandbox.page.empty import Empty
from sandbox.page.footer import Footer
from sandbox.page.header import Header, PinnedBar, TopicTabs
from sandbox.page.history import History
from sandbox.page.part import Part
from sandbox.page.patience import Patience
from sandbox.page.room import Room
from sandbox.world import Topic, changes
from sandbox.world.changes import Change


class ChatView:
    """Draws itself where it is made."""

    def __init__(self, room: Room, drafts: dict[int, str], back: Callable[[], object]) -> None:
        self.room = room
        self.patience = Patience(room, room.tab.redraw)
        self._typing_ends: asyncio.TimerHandle | None = None
        with tag("section", "chat", aria_label=room.chat.name):
            self._header = Header(tag("header", "chat-header"), room, back)
            self._pinned = PinnedBar(tag("div", "pinned-place"), room, self._jump)
            self._topics = TopicTabs(tag("div", "topics-place"), room, self._choose_topic)
            with tag("div", "history"):
                self._history_place = tag("div", "history-place")
                with self._history_place:
                    self._history = History(room)
                self._note = Note(tag("div", "note-place"), room)
                self._empty = Empty(tag("div", "empty-place"), room)
                self._down = Down(tag("div", "down-place"), room, lambda: self._history.scroller.to_end())
            self._footer = Footer(room, drafts)

    def notice(self, change: Change) -> None:
        """Something happened in this chat."""
        self.patience.notice(change)
        match change:
            case changes.Pressed(press=press):
                self.room.pressed(press)
            case changes.MessageAdded(message=message):
                self.room.heed_wish_for_reply(message)
            case changes.KeyboardChanged(user_id=user_id) if user_id == self.room.tab.seat.id:
                self.room.keyboard_wish = None
            case changes.ActionChanged(action=action) if action is not None:
                self._look_again((action.until - self.room.tab.now()).total_seconds())
            case _:
                pass

    def answered(self, change: changes.PressAnswered) -> None:
        """Show the bot's toast or alert."""
        self.room.answered(change.press)

    def refresh(self) -> None:
        tab, patience = self.room.tab, self.patience
        if self._history.at_end:
            tab.world.mark_read(tab.seat.id, self.room.chat)
        self._header.refresh(waits=patience.over)
        self._pinned.refresh()
        self._topics.refresh()
        self._history.refresh(patience.unanswered)
        self._note.show(patience.over)
        self._empty.refresh()
        self._down.show(None if self._history.at_end else tab.world.unread(tab.seat.id, self.room.chat))
        self._footer.refresh()

    def close(self) -> None:
        self.patience.stop()
        if self._typing_ends:
            self._typing_ends.cancel()

    def _look_again(self, seconds: float) -> None:
        if self._typing_ends:
            self._typing_ends.cancel()
        self._typing_ends = asyncio.get_running_loop().call_later(max(seconds, 0) + 0.05, self.room.tab.redraw)

    def _jump(self, message_id: int) -> None:
        self._history.scroller.jump(message_id)

    def _choose_topic(self, topic: Topic | None) -> None:
        self.room.topic, self.room.composing = topic, None
        self._history_place.clear()
        with self._history_place:
            self._history = History(self.room)
        self.room.tab.redraw()


class Note(Part[bool]):
    """That the bot is not there, and that nothing is lost."""

    def __init__(self, container: Element, room: Room) -> None:
        super().__init__(container)
        self.room = room

    def draw(self, look: bool) -> None:
        if look:
            with tag("div", "note", role="status"):
                ui.icon("schedule")
                tag("span", "", self.room.tab.words("not-yet-answered"))


class Down(Part[int | None]):
    """To the newest messages, with the number of unread ones; None: they are in sight."""

    def __init__(self, container: Element, room: Room, go: Callable[[], object]) -> None:
        super().__init__(container)
        self.room, self.go = room, go

    def draw(self, look: int | None) -> None:
        if look is None:
            return
        with button("down", self.go, label=self.room.tab.words("go-down"), icon="keyboard_arrow_down"):
            if look:
                tag("span", "unread", str(look))
