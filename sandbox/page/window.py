"""All that one browser tab shows, kept up with the world."""

import asyncio
import json
from collections.abc import Callable, Sequence
from zoneinfo import ZoneInfo

from nicegui import Client, ui
from nicegui.element import Element

from sandbox.page.chat_view import ChatView
from sandbox.page.elements import tag
from sandbox.page.room import Room
from sandbox.page.seats import seat_number
from sandbox.page.settings import Language, PageSettings
from sandbox.page.sidebar import Sidebar
from sandbox.page.tab import Tab
from sandbox.page.words import words_of
from sandbox.world import Chat, User, World, changes
from sandbox.world.changes import Change

BREATH = 0.03
"""Seconds in which changes gather before the page is looked at once for all of them."""

ENTER = """if (matchMedia('(max-width: 720px)').matches)
  history[history.state ? 'replaceState' : 'pushState']({inChat: true}, '')"""
LEAVE = "if (history.state) history.replaceState({inChat: false}, '')"
LISTEN = "addEventListener('popstate', () => { if (!history.state?.inChat) emitEvent('left-chat'); })"
"""On a phone an open chat is a step of the browser's history, so that the phone's own way back leads to the list."""


class Window:
    """Changes come at any moment from a bot's call. Drawing waits for the event loop's next breath, so that the bot
    feels neither a slow page nor a mistake in it."""

    def __init__(
        self, client: Client, world: World, settings: PageSettings, seat: User, language: Language, zone: ZoneInfo
    ) -> None:
        self.client, self.world, self.settings = client, world, settings
        self.drafts: dict[int, str] = {}
        self._due: asyncio.TimerHandle | None = None
        self._answers: list[changes.PressAnswered] = []
        self._title = ""
        self.view: ChatView | None = None
        self.room: Room | None = None
        with client:
            ui.on("left-chat", self._back)
            self._root: Element = tag("div", "window-root")
        self._stop: Callable[[], None] = world.subscribe(self._notice)
        client.on_delete(self.close)
        client.run_javascript(LISTEN)
        client.on_connect(self._redraw)  # while nobody looked, nothing was drawn
        self.zone = zone
        self._sit_down(seat, language)

    def close(self) -> None:
        self._stop()
        if self._due:
            self._due.cancel()
        if self.view:
            self.view.close()

    def _sit_down(self, seat: User, language: Language) -> None:
        if self.view:
            self.view.close()
        self.tab = Tab(self.world, self.settings, seat, words_of(language), self.zone, self._redraw)
        self.view = self.room = None
        self._root.clear()
        self._root.classes(remove="in-chat")
        with self._root:
            self._sidebar = Sidebar(self.tab, self._choose, self._change_seat, self._switch_language)
            self._place = tag("div", "chat-place")
            self.tab.notices.draw()
        self._open(next(iter(self.world.chats_of(seat.id)), None))

    def _open(self, chat: Chat | None) -> None:
        if self.view:
            self.view.close()
        self.view = self.room = None
        self._place.clear()
        if chat is not None:
            self.room = Room(self.tab, chat)
            with self._place:
                self.view = ChatView(self.room, self.drafts, self._back)
        self._refresh()

    def _choose(self, chat: Chat) -> None:
        self._root.classes(add="in-chat")
        self.client.run_javascript(ENTER)
        if self.room is None or self.room.chat is not chat:
            self._open(chat)

    def _back(self) -> None:
        """By the arrow, or by the phone's own button."""
        self._root.classes(remove="in-chat")
        self.client.run_javascript(LEAVE)

    def _change_seat(self, seat: User) -> None:
        if seat is not self.tab.seat:
            self.drafts.clear()
            self._sit_down(seat, self.tab.words.language)
            self._tell_address()

    def _switch_language(self) -> None:
        open_chat, inside = self.room.chat if self.room else None, "in-chat" in self._root.classes
        self._sit_down(self.tab.seat, "en" if self.tab.words.language == "ru" else "ru")
        if open_chat and self.room and self.room.chat is not open_chat:
            self._open(open_chat)
        self._root.classes(add="in-chat" if inside else "")
        self._tell_address()

    def _tell_address(self) -> None:
        language, number = self.tab.words.language, seat_number(self.world, self.tab.seat)
        self.client.run_javascript(
            f"history.replaceState(history.state, '', '?as={number}&lang={language}');"
            f"document.documentElement.lang = '{language}';"
        )

    def _notice(self, change: Change) -> None:
        if isinstance(change, changes.PressAnswered):
            self._answers.append(change)
        if self.view and self.room and getattr(change, "chat", None) is self.room.chat:
            self.view.notice(change)
        self._redraw()

    def _redraw(self) -> None:
        if self._due is None:
            self._due = asyncio.get_running_loop().call_later(BREATH, self._refresh_due)

    def _refresh_due(self) -> None:
        self._due = None
        if self.client.has_socket_connection:
            self._refresh()

    def _refresh(self) -> None:
        chats = self.world.chats_of(self.tab.seat.id)
        if self.room and self.room.chat not in chats:
            self._open(_instead_of(self.room.chat, chats))
            return
        answers, self._answers = self._answers, []
        with self._root:
            for change in answers:
                if self.view:
                    self.view.answered(change)
            if self.view:
                self.view.refresh()
            self._sidebar.refresh(chats, self.room.chat if self.room else None)
        self._tell_title(sum(self.world.unread(self.tab.seat.id, chat) for chat in chats))

    def _tell_title(self, unread: int) -> None:
        """With the number of unread messages, as the app does."""
        title = f"({unread}) {self.settings.title}" if unread else self.settings.title
        if title != self._title:
            self._title = self.client.title = title
            self.client.run_javascript(f"document.title = {_quoted(title)}")


def _instead_of(gone: Chat, chats: Sequence[Chat]) -> Chat | None:
    """A group that one has left or that has become a supergroup: that one, or the newest chat."""
    return next((chat for chat in chats if chat.id == gone.migrated_to), next(iter(chats), None))


def _quoted(text: str) -> str:
    """As a JavaScript string."""
    return json.dumps(text)
