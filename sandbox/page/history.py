"""The messages of a chat."""

from nicegui.element import Element

from sandbox.page.elements import button, tag
from sandbox.page.message_row import MessageRow, RowLook
from sandbox.page.room import Room
from sandbox.page.scroller import Scroller
from sandbox.page.times import day_name
from sandbox.world import Message, content

AT_ONCE = 60
"""Messages at first, and more with each wish for earlier ones."""
MOST = 300
"""Rows above which somebody at the newest end gets rid of old ones."""
MOST_FOR_READERS = 600
"""The same for somebody who has scrolled up to read."""
FOLLOWS_SECONDS = 300


class History:
    """Draws only rows that are new or look otherwise than before."""

    def __init__(self, room: Room) -> None:
        self.room, self.words = room, room.tab.words
        self.rows: dict[int, MessageRow] = {}
        self.at_end = False
        self._oldest: int | None = None
        self.scroller = Scroller(room.chat.name, self._placed)
        with self.scroller:
            self._top = tag("div", "top")
            self._list = tag("div", "messages")
            self.bottom = tag("div", "bottom")

    def refresh(self, unanswered: int | None) -> None:
        """`unanswered`: the id of the first own message that the bot has not noticed."""
        messages = self._messages()
        wanted = {message.id for message in messages}
        for message_id in [each for each in self.rows if each not in wanted]:
            self.rows.pop(message_id).container.delete()
        waiting = self._waiting()
        before: Message | None = None
        for index, message in enumerate(messages):
            row = self.rows.get(message.id) or self._row(message, index)
            row.show(self._look(message, before, unanswered, waiting.get(message.id, frozenset())))
            before = message
        self._offer_earlier()

    def _messages(self) -> list[Message]:
        """From the oldest on show to the newest; after a flood only the newest, which are drawn quickly."""
        room = self.room
        if self._oldest is None:
            newest = room.tab.world.history(room.chat, topic=room.topic_id, limit=AT_ONCE)
            self._oldest = newest[0].id if newest else 0
        found: list[Message] = []
        for message in reversed(room.chat.messages.values()):
            if message.id < self._oldest:
                break
            if room.topic_id is None or message.topic == room.topic_id:
                found.append(message)
        if len(found) > (MOST if self.at_end else MOST_FOR_READERS):
            found = found[:AT_ONCE]
            self._oldest = found[-1].id
        return found[::-1]

    def _row(self, message: Message, index: int) -> MessageRow:
        with self._list:
            place: Element = tag("div", "place")
        if index < len(self.rows):
            place.move(self._list, index)
        row = self.rows[message.id] = MessageRow(place, self.room, message)
        return row

    def _look(
        self, message: Message, before: Message | None, unanswered: int | None, waiting: frozenset[str]
    ) -> RowLook:
        zone = self.room.tab.zone
        day = message.date.astimezone(zone).date()
        new_day = before is None or before.date.astimezone(zone).date() != day
        today = self.room.tab.now().astimezone(zone).date()
        quoted = self.room.chat.messages.get(message.reply_to) if message.reply_to is not None else None
        topic = self.room.chat.topics.get(message.topic or 0)
        return RowLook(
            version=message.version,
            day=day_name(day, today, self.words) if new_day else None,
            follows=not new_day and before is not None and _follows(before, message),
            read=not self.room.own(message) or unanswered is None or message.id < unanswered,
            revealed=message.id in self.room.revealed,
            waiting=waiting,
            quoted_version=quoted.version if quoted else 0 if message.reply_to is not None else None,
            topic=topic.name if topic and self.room.topic is None else None,
        )

    def _waiting(self) -> dict[int, frozenset[str]]:
        found: dict[int, frozenset[str]] = {}
        for press in self.room.waiting.values():
            found[press.message_id] = found.get(press.message_id, frozenset()) | {press.data}
        return found

    def _offer_earlier(self) -> None:
        if not self._earlier():
            self._top.clear()
        elif not self._top.default_slot.children:
            with self._top:
                button("earlier", self._show_earlier, self.words("earlier"))

    def _earlier(self, limit: int = 1) -> list[Message]:
        room = self.room
        return room.tab.world.history(room.chat, topic=room.topic_id, before=self._oldest, limit=limit)

    def _show_earlier(self) -> None:
        if earlier := self._earlier(AT_ONCE):
            self.scroller.hold()
            self._oldest = earlier[0].id
            self.room.tab.redraw()

    def _placed(self, at_end: bool) -> None:
        self.at_end = at_end
        self.room.tab.redraw()


def _follows(before: Message, message: Message) -> bool:
    near = (message.date - before.date).total_seconds() < FOLLOWS_SECONDS
    return before.sender is message.sender and near and not isinstance(before.content, content.Service)
