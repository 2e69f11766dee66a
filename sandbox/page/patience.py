"""Whether the bot has taken notice of what the person said last: a bot that is down gives no sign at all."""

import asyncio
from collections.abc import Callable

from sandbox.page.room import Room
from sandbox.world import Action, changes, content
from sandbox.world.changes import Change


class Patience:
    """Only in a bot's private chat: nobody waits for an answer in a group."""

    def __init__(self, room: Room, redraw: Callable[[], None]) -> None:
        self.room, self.redraw = room, redraw
        self.unanswered: int | None = None
        """The id of the first own message since the bot's last sign."""
        self.over = False
        """Whether it has been waited for longer than people expect."""
        self._timer: asyncio.TimerHandle | None = None
        if room.chat.is_private:
            for message in reversed(room.chat.messages.values()):
                if not room.own(message):
                    break
                self._wait(message.id)

    def notice(self, change: Change) -> None:
        """Any word, change or typing of the bot in this chat is a sign."""
        if not self.room.chat.is_private:
            return
        match change:
            case changes.MessageAdded(message=message) if self.room.own(message):
                if not isinstance(message.content, content.Service):
                    self._wait(self.unanswered or message.id)
            case changes.MessageAdded() | changes.PressAnswered() | changes.ActionChanged(action=Action()):
                self.stop()
            case changes.MessageChanged(message=message) if not self.room.own(message):
                self.stop()
            case _:
                pass

    def stop(self) -> None:
        if self._timer:
            self._timer.cancel()
        self.unanswered, self.over, self._timer = None, False, None

    def _wait(self, message_id: int) -> None:
        self.unanswered = message_id
        if self._timer is None:
            self._timer = asyncio.get_running_loop().call_later(self.room.tab.settings.patience, self._lose)

    def _lose(self) -> None:
        self.over = True
        self.redraw()
