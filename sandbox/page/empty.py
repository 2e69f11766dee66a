"""What an empty chat says: what the bot is for, and what one may write."""

from dataclasses import dataclass

from nicegui.element import Element

from sandbox.page.elements import avatar, button, later, tag
from sandbox.page.part import Part
from sandbox.page.room import Room
from sandbox.world import content

EXAMPLES = ("example-1", "example-2", "example-3")


@dataclass(frozen=True, slots=True)
class EmptyLook:
    private: bool
    description: str
    """Of the bot."""
    examples: bool
    """Whether they can be tapped."""


class Empty(Part[EmptyLook | None]):
    """None: there are messages."""

    def __init__(self, container: Element, room: Room) -> None:
        super().__init__(container)
        self.room = room

    def refresh(self) -> None:
        world, seat, chat = self.room.tab.world, self.room.tab.seat, self.room.chat
        if any(not isinstance(message.content, content.Service) for message in chat.messages.values()):
            self.show(None)
            return
        description = world.bot_description(chat.bot, seat.language_code) if chat.bot else ""
        self.show(EmptyLook(chat.is_private, description, chat.is_private and not self.room.blocked))

    def draw(self, look: EmptyLook | None) -> None:
        if look is None:
            return
        with tag("div", "empty"):
            if look.private:
                self._draw_bot(look)
            else:
                tag("p", "", self.room.tab.words("group-hint"))

    def _draw_bot(self, look: EmptyLook) -> None:
        words, chat = self.room.tab.words, self.room.chat
        avatar(chat.name, chat.address, "large")
        if look.description:
            tag("h2", "", words("what-can-bot"))
            tag("p", "description", look.description)
        if not look.examples:
            return
        tag("p", "hint", words("write-what-hurts"))
        for example in EXAMPLES:
            text = words(example)
            button("example", later(self.room.say, text), text)
