"""The bot's buttons instead of the phone's keyboard."""

from nicegui.element import Element

from sandbox.page.attach import MOSCOW
from sandbox.page.elements import tag
from sandbox.page.inline_keyboard import STYLES
from sandbox.page.part import Part
from sandbox.page.room import Room
from sandbox.world import ReplyButton, ReplyKeyboard


class ReplyKeyboardPart(Part[ReplyKeyboard | None]):
    """Nothing for None."""

    def __init__(self, container: Element, room: Room) -> None:
        super().__init__(container)
        self.room = room

    def draw(self, look: ReplyKeyboard | None) -> None:
        if look is None:
            return
        with tag("div", "reply-keyboard", role="group", aria_label=self.room.tab.words("bot-keyboard")):
            for row in look.rows:
                with tag("div", "keys"):
                    for key in row:
                        self._draw_key(key)

    def _draw_key(self, key: ReplyButton) -> None:
        style = f"style-{key.style}" if key.style in STYLES else ""
        made = tag("button", f"key {style}", key.text, type="button")
        made.on("click", lambda _: self._tap(key), args=[])

    def _tap(self, key: ReplyButton) -> None:
        if key.request_contact:
            self.room.share_own_contact()
        elif key.request_location:
            self.room.share_location(*MOSCOW)
        else:
            self.room.composing = self.room.keyboard_wish = None
            self.room.say(key.text)
