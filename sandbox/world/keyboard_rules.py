"""Whose phone keyboard a bot's message replaces."""

from collections.abc import Callable

from sandbox.world.changes import Change, KeyboardChanged
from sandbox.world.chat import Chat
from sandbox.world.keyboards import RemoveKeyboard, ReplyKeyboard, ShownKeyboard
from sandbox.world.message import Message


def apply_keyboard(
    chat: Chat, message: Message, markup: ReplyKeyboard | RemoveKeyboard, tell: Callable[[Change], None]
) -> None:
    """Show it to, or take it from, everyone in the chat; if selective, only those whom the message addresses."""
    for user_id in list(chat.unread):
        if markup.selective and not chat.is_private and not _addresses(chat, message, user_id):
            continue
        if isinstance(markup, ReplyKeyboard):
            chat.shown_keyboards[user_id] = ShownKeyboard(markup, message.id)
        elif chat.shown_keyboards.pop(user_id, None) is None:
            continue
        tell(KeyboardChanged(chat, user_id))


def _addresses(chat: Chat, message: Message, user_id: int) -> bool:
    answered = chat.messages.get(message.reply_to or 0)
    mentioned = any(entity.user_id == user_id for entity in message.entities)
    return mentioned or (answered is not None and answered.sender.id == user_id)
