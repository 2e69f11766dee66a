"""What a page or a test reads. Nothing here changes anything, `mark_read` excepted."""

from collections.abc import Iterator

from sandbox.world.accounts import Accounts
from sandbox.world.changes import ChatChanged
from sandbox.world.chat import Action, Chat
from sandbox.world.commands import commands_for
from sandbox.world.errors import NotPossible
from sandbox.world.keyboards import ForceReply, ShownKeyboard
from sandbox.world.message import Message
from sandbox.world.people import Bot, Command, User
from sandbox.world.press import Press


class Reading(Accounts):
    def people(self) -> list[User]:
        """Everyone who is not a bot, in the order of their making."""
        return [user for user in self.users.values() if not user.is_bot]

    def chats_of(self, user_id: int) -> list[Chat]:
        """The person's list of chats: private ones with every bot and the groups one is in, the last spoken first."""
        private = [chat for (_, person), chat in self.private_chats.items() if person == user_id]
        groups = [chat for chat in self.groups.values() if chat.has(user_id) and chat.migrated_to is None]
        return sorted([*private, *groups], key=_last_spoken, reverse=True)

    def chat_for(self, user_id: int, chat_id: int) -> Chat:
        """What `chat_id` means to the person: a bot's id or a group's; the person's own id is the chat with the first
        bot. Raises NotPossible for a chat that is not theirs."""
        bot_id = next(iter(self.bots), 0) if chat_id == user_id else chat_id
        chat = self.private_chats.get((bot_id, user_id)) or self.groups.get(chat_id)
        if chat is None or user_id not in chat.members:
            raise NotPossible(f"{user_id} has no chat {chat_id}")
        return chat

    def history(
        self, chat: Chat, *, topic: int | None = None, before: int | None = None, limit: int = 100
    ) -> list[Message]:
        """The last messages in the order of the chat. `topic`: only of it (its id); `before`: older than that id."""
        return list(reversed(list(self._newest(chat, topic, before, limit))))

    def message(self, chat: Chat, message_id: int) -> Message | None:
        return chat.messages.get(message_id)

    def actions(self, chat: Chat) -> list[Action]:
        """Who is typing or the like at this moment."""
        now = self.clock()
        return [action for action in chat.actions.values() if action.until > now]

    def shown_keyboard(self, user_id: int, chat: Chat) -> ShownKeyboard | None:
        """The reply keyboard in front of the person; look at `folded`."""
        return chat.shown_keyboards.get(user_id)

    def awaited_reply(self, chat: Chat) -> tuple[Message, ForceReply] | None:
        """The newest message if it asks the app to start a reply to it."""
        message = chat.last_message
        return (message, message.force_reply) if message and message.force_reply else None

    def pinned_message(self, chat: Chat) -> Message | None:
        """The one on show: the last that was pinned."""
        return chat.messages.get(chat.pinned[-1]) if chat.pinned else None

    def commands(self, user_id: int, chat: Chat, bot: Bot | None = None) -> list[Command]:
        """What the "/" menu offers to the person here. `bot`: in a group, which; by default the chat's or the first."""
        bot = bot or chat.bot or next((bot for bot in self.bots.values() if chat.has(bot.id)), None)
        return commands_for(bot, chat, self.user(user_id)) if bot else []

    def bot_name(self, bot: Bot, language_code: str | None) -> str:
        return bot.names.get(language_code or "") or bot.names.get("") or bot.name

    def bot_description(self, bot: Bot, language_code: str | None) -> str:
        """What an empty chat shows above the START button."""
        return bot.descriptions.get(language_code or "") or bot.descriptions.get("") or ""

    def waiting_presses(self, user_id: int, chat: Chat) -> list[Press]:
        """The person's taps that the bot has not answered yet."""
        return [press for press in self.last_presses(user_id, chat) if press.answer is None]

    def last_presses(self, user_id: int, chat: Chat) -> list[Press]:
        """The person's last taps in the chat, answered or not, from old to new."""
        return list(self.recent_presses.get((user_id, chat.address), ()))

    def is_blocked(self, user_id: int, chat: Chat) -> bool:
        """Whether the person has blocked the bot of the private chat."""
        return chat.bot is not None and chat.has(user_id) and not chat.has(chat.bot.id)

    def unread(self, user_id: int, chat: Chat) -> int:
        return chat.unread.get(user_id, 0)

    def mark_read(self, user_id: int, chat: Chat) -> None:
        if chat.unread.get(user_id):
            chat.unread[user_id] = 0
            self.tell(ChatChanged(chat))

    def _newest(self, chat: Chat, topic: int | None, before: int | None, limit: int) -> Iterator[Message]:
        for message in reversed(chat.messages.values()):
            if limit <= 0:
                return
            if (topic is None or message.topic == topic) and (before is None or message.id < before):
                limit -= 1
                yield message


def _last_spoken(chat: Chat) -> float:
    return chat.last_message.date.timestamp() if chat.last_message else 0
