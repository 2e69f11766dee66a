"""The whole of it."""

from sandbox.world.chat import Chat
from sandbox.world.content import Content
from sandbox.world.keyboard_rules import apply_keyboard
from sandbox.world.keyboards import ForceReply, Markup, RemoveKeyboard, ReplyKeyboard
from sandbox.world.message import Forwarded, Message
from sandbox.world.people import Bot
from sandbox.world.text import Entity
from sandbox.world.topics import Topics


class World(Topics):
    """A Telegram in memory. People act by the methods of `Saying`, `Pressing`, `Joining` and `Topics`, which raise
    NotPossible; pages read by those of `Reading` and `subscribe`. Bots act through `sandbox.bot_api`, which refuses
    what Telegram refuses and then calls `post` and the methods of `State`."""

    def post(
        self,
        bot: Bot,
        chat: Chat,
        content: Content,
        text: str = "",
        entities: tuple[Entity, ...] = (),
        *,
        markup: Markup | None = None,
        reply_to: int | None = None,
        topic: int | None = None,
        forwarded: Forwarded | None = None,
        silent: bool = False,
        protected: bool = False,
    ) -> Message:
        """A bot's message."""

        def prepare(message: Message) -> None:
            message.reply_to, message.forwarded = reply_to, forwarded
            message.silent, message.protected = silent, protected
            if isinstance(markup, tuple):
                message.keyboard = markup
            elif isinstance(markup, ForceReply):
                message.force_reply = markup
            message.brought_keyboard = isinstance(markup, ReplyKeyboard | ForceReply)

        message = self.add_message(chat, bot, content, text, entities, topic=topic, prepare=prepare)
        if isinstance(markup, ReplyKeyboard | RemoveKeyboard):
            apply_keyboard(chat, message, markup, self.tell)
        return message
