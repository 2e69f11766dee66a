"""What happens in the world, as updates in the inboxes of the bots that may know of it.

Queues are those of the real server (`add_update` in Client.cpp): a webhook gets the messages of a chat one after
another, and the taps of a person one after another, but a tap may overtake a message.
"""

from collections.abc import Iterator, Mapping

from sandbox.bot_api.inbox import Inbox
from sandbox.bot_api.shapes.message import message_shape
from sandbox.bot_api.shapes.updates import callback_query_shape, member_update_shape
from sandbox.world.changes import Change, MemberChanged, MessageAdded, MessageChanged, Pressed
from sandbox.world.chat import Chat
from sandbox.world.message import Message
from sandbox.world.people import Bot
from sandbox.world.text import cut
from sandbox.world.world import World


class Updates:
    """Listens to `world`; `inboxes` by bot's id."""

    def __init__(self, world: World, inboxes: Mapping[int, Inbox]) -> None:
        self.world = world
        self.inboxes = inboxes
        world.subscribe(self.on_change)

    def on_change(self, change: Change) -> None:
        match change:
            case MessageAdded():
                self._message(change.chat, change.message, "message")
            case MessageChanged(words=True):
                self._message(change.chat, change.message, "edited_message")
            case Pressed():
                self._pressed(change)
            case MemberChanged():
                self._member(change)
            case _:
                pass

    def _message(self, chat: Chat, message: Message, kind: str) -> None:
        if message.sender.is_bot:
            return
        for bot in self._readers(chat, message, kind):
            shape = message_shape(chat, message, self.world.users)
            self.inboxes[bot.id].add(kind, ("message", chat.id), shape)

    def _readers(self, chat: Chat, message: Message, kind: str) -> Iterator[Bot]:
        if chat.bot is not None:
            candidates = [chat.bot] if chat.has(chat.bot.id) else []
        else:
            candidates = [bot for bot in self.world.bots.values() if chat.has(bot.id) and _sees(bot, chat, message)]
        return (bot for bot in candidates if self.inboxes[bot.id].wants(kind))

    def _pressed(self, change: Pressed) -> None:
        inbox = self.inboxes[change.press.bot.id]
        if inbox.wants("callback_query"):
            shape = callback_query_shape(change.chat, change.press, self.world.users)
            inbox.add("callback_query", ("callback_query", change.press.user.id), shape)

    def _member(self, change: MemberChanged) -> None:
        date = int(self.world.now().timestamp())
        shape = member_update_shape(change, date)
        if change.user.id in self.world.bots and self.inboxes[change.user.id].wants("my_chat_member"):
            self.inboxes[change.user.id].add("my_chat_member", ("my_chat_member", change.by.id), shape)
        for bot in self.world.bots.values():
            others = bot.id != change.user.id and change.chat.administers(bot.id)
            if others and self.inboxes[bot.id].wants("chat_member"):
                self.inboxes[bot.id].add("chat_member", ("chat_member", change.chat.id), shape)


def _sees(bot: Bot, chat: Chat, message: Message) -> bool:
    """Privacy mode: in a group a bot that does not administer it is told only of what concerns it."""
    if not bot.privacy or chat.administers(bot.id) or not (message.is_words or message.has_caption):
        return True
    answered = chat.messages.get(message.reply_to or 0)
    if answered is not None and answered.sender is bot:
        return True
    return any(
        _addresses(bot, entity.type, cut(message.text, entity.offset, entity.length)) for entity in message.entities
    )


def _addresses(bot: Bot, kind: str, words: str) -> bool:
    name = (bot.username or "").lower()
    if kind == "mention":
        return words.lower() == f"@{name}"
    return kind == "bot_command" and words.partition("@")[2].lower() in ("", name)
