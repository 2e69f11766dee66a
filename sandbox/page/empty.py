"""What an empty chat says: what the bot is for, and what one may write."""

from nicegui.element import Element

from sandbox.page.elements import avatar, button, later, tag
from sandbox.page.part import Part
from sandbox.page.room import Room

EXAMPLES = ("example-1", "example-2", "example-3")


class Empty(Part[tuple[str, bool] | None]):
    """By the bot's description, and whether examples can be tapped; None: the chat is not empty."""

    def __init__(self, container: Element, room: Room) -> None:
        super().__init__(container)
        self.room = room

    def refresh(self) -> None:
        world, seat, chat = self.room.tab.world, self.room.tab.seat, self.room.chat
        if chat.messages:
            self.show(None)
            return
        description = world.bot_description(chat.bot, seat.language_code) if chat.bot else ""
        self.show((description, chat.is_private and not self.room.blocked))

    def draw(self, look: tuple[str, bool] | None) -> None:
        if look is None:
            return
        words, chat = self.room.tab.words, self.room.chat
        description, examples = look
        with tag("div", "empty"):
            avatar(chat.name, chat.address, "large")
            if description:
                tag("h2", "", words("what-can-bot"))
                tag("p", "description", description)
            if not examples:
                tag("p", "hint", words("no-messages"))
                return
            tag("p", "hint", words("write-what-hurts"))
            for example in EXAMPLES:
                text = words(example)
                button("example", later(self.room.say, text), text)
