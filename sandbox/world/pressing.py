"""Taps on buttons under messages, and the bot's answers to them."""

import secrets
from collections import deque

from sandbox.world.changes import PressAnswered, Pressed
from sandbox.world.chat import Chat
from sandbox.world.errors import NotPossible
from sandbox.world.message import Message
from sandbox.world.people import Bot
from sandbox.world.press import Answer, Press
from sandbox.world.saying import Saying

MOST_PRESSES = 10_000
"""Older ones are forgotten."""
MOST_RECENT = 100
"""For one person in one chat."""


class Pressing(Saying):
    def press(self, user_id: int, chat_id: int, message_id: int, callback_data: str) -> Press:
        """Tap a button of the bot's message. `callback_data` is free, as for a forged client; a message that has been
        deleted meanwhile can still be tapped, as in an app that has not noticed. Raises NotPossible."""
        chat = self.chat_for(user_id, chat_id)
        if not chat.has(user_id):
            raise NotPossible(f"{user_id} is not in the chat {chat.id}")
        message = chat.messages.get(message_id)
        bot = chat.bot or self._bot_of(chat, message)
        if not 0 < message_id <= chat.last_message_id or bot is None or (message and message.sender is not bot):
            raise NotPossible(f"no message {message_id} of a bot")
        press = Press(
            str(secrets.randbits(63)), self.user(user_id), bot, chat.id, message_id, callback_data, self.clock()
        )
        self.presses[press.id] = press
        self.recent_presses.setdefault((user_id, chat.address), deque(maxlen=MOST_RECENT)).append(press)
        if len(self.presses) > MOST_PRESSES:
            del self.presses[next(iter(self.presses))]
        self.tell(Pressed(chat, press))
        return press

    def answer_press(self, press: Press, answer: Answer) -> None:
        press.answer = answer
        self.tell(PressAnswered(self.chat_of_press(press), press))

    def chat_of_press(self, press: Press) -> Chat:
        return self.groups.get(press.chat_id) or self.private_chats[press.bot.id, press.user.id]

    def _bot_of(self, chat: Chat, message: Message | None) -> Bot | None:
        if message is None:
            return next((bot for bot in self.bots.values() if chat.has(bot.id)), None)
        return self.bots.get(message.sender.id)
