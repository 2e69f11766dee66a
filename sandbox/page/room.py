"""One chat open in one tab: what the person does in it, and what only this tab knows of it."""

from dataclasses import dataclass
from typing import Literal

from sandbox.page.tab import Tab
from sandbox.world import Answer, Chat, InlineButton, Message, Press, Topic


@dataclass(frozen=True, slots=True)
class Composing:
    """What the next words are for, besides being a message."""

    kind: Literal["edit", "reply"]
    message_id: int


class Room:
    def __init__(self, tab: Tab, chat: Chat) -> None:
        self.tab, self.chat = tab, chat
        self.topic: Topic | None = None
        self.composing: Composing | None = None
        self.revealed: set[int] = set()
        """Ids of messages whose spoilers are open."""
        self.keyboard_wish: bool | None = None
        """Whether the person wants to see the bot's keyboard; None: as the bot wants it."""
        self.commands_open = False
        self.waiting: dict[str, Press] = {press.id: press for press in tab.world.waiting_presses(tab.seat.id, chat)}
        """Taps that the bot has not answered, by id."""
        self._presses: set[str] = set()

    @property
    def topic_id(self) -> int | None:
        return self.topic.id if self.topic else None

    @property
    def blocked(self) -> bool:
        return self.tab.world.is_blocked(self.tab.seat.id, self.chat)

    @property
    def empty(self) -> bool:
        """A bot's chat in which the person has said nothing yet and the bot could not."""
        return self.chat.is_private and not self.chat.messages and not self.chat.started

    @property
    def keyboard_hidden(self) -> bool:
        shown = self.tab.world.shown_keyboard(self.tab.seat.id, self.chat)
        return shown is not None and (shown.folded if self.keyboard_wish is None else not self.keyboard_wish)

    def toggle_keyboard(self) -> None:
        self.keyboard_wish = self.keyboard_hidden
        self.tab.redraw()

    def heed_wish_for_reply(self, message: Message) -> None:
        """A bot's new message may ask the app to begin an answer to it."""
        if message.force_reply and not self.own(message):
            self.composing = Composing("reply", message.id)

    def own(self, message: Message) -> bool:
        return message.sender.id == self.tab.seat.id

    def say(self, text: str) -> None:
        """Send, or finish the change or the answer that was begun."""
        world, seat, composing = self.tab.world, self.tab.seat, self.composing
        if not text.strip():
            return
        self.composing, self.commands_open = None, False
        if composing and composing.kind == "edit":
            message = self.chat.messages.get(composing.message_id)
            if message and message.text != text.strip():
                self.tab.attempt(lambda: world.edit(seat.id, self.chat.address, composing.message_id, text))
        else:
            reply_to = composing.message_id if composing and composing.message_id in self.chat.messages else None
            self.tab.attempt(
                lambda: world.say(seat.id, self.chat.address, text, reply_to=reply_to, topic=self.topic_id)
            )
        self.tab.redraw()

    def start(self) -> None:
        self.tab.attempt(lambda: self.tab.world.start(self.tab.seat.id, self.chat.address))

    def tap(self, message: Message, button: InlineButton) -> None:
        """A button under a message."""
        if button.callback_data is not None:
            data = button.callback_data
            press = self.tab.attempt(
                lambda: self.tab.world.press(self.tab.seat.id, self.chat.address, message.id, data)
            )
            if press:
                self._presses.add(press.id)
        elif button.copy_text is not None:
            self.tab.notices.toast(self.tab.words("copied"))
        else:
            self.tab.notices.toast(self.tab.words("unsupported-button"))

    def pressed(self, press: Press) -> None:
        if press.user is self.tab.seat:
            self.waiting[press.id] = press

    def answered(self, press: Press) -> None:
        """Stop waiting, and show what the bot says to a tap if it was made in this tab."""
        self.waiting.pop(press.id, None)
        answer: Answer | None = press.answer
        if press.id not in self._presses or answer is None:
            return
        self._presses.discard(press.id)
        if answer.text and answer.alert:
            self.tab.notices.alert(answer.text)
        elif answer.text:
            self.tab.notices.toast(answer.text)

    def compose(self, composing: Composing | None) -> None:
        self.composing = composing
        self.tab.redraw()

    def edit_last(self) -> None:
        """Begin to change the newest own words."""
        shown = self.tab.world.history(self.chat, topic=self.topic_id, limit=100)
        last = next((each for each in reversed(shown) if self.own(each) and each.is_words), None)
        if last:
            self.compose(Composing("edit", last.id))

    def reveal(self, message: Message) -> None:
        self.revealed.add(message.id)
        self.tab.redraw()

    def delete(self, message: Message) -> None:
        self.tab.attempt(lambda: self.tab.world.delete(self.tab.seat.id, self.chat.address, message.id))

    def share_own_contact(self) -> None:
        """After a question, as the app asks it."""
        words, seat, chat = self.tab.words, self.tab.seat, self.chat
        about = "share-contact-text" if chat.is_private else "share-contact-group"

        def share() -> None:
            self.keyboard_wish = None
            self.tab.attempt(lambda: self.tab.world.share_contact(seat.id, chat.address, topic=self.topic_id))

        text = words(about, bot=chat.name, phone=seat.phone or "")
        self.tab.notices.ask(words("share-contact"), text, words("share"), share)

    def share_location(self, latitude: float, longitude: float) -> None:
        words, seat, chat = self.tab.words, self.tab.seat, self.chat
        self.tab.notices.ask(
            words("share-location"),
            words("share-location-text"),
            words("share"),
            lambda: self.tab.attempt(
                lambda: self.tab.world.send_location(seat.id, chat.address, latitude, longitude, topic=self.topic_id)
            ),
        )
