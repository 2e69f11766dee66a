"""Changing and deleting messages."""

from typing import Any

from sandbox.bot_api import refusals
from sandbox.bot_api.access import Access, chat_for, reachable
from sandbox.bot_api.call import Call
from sandbox.bot_api.formatting import caption, message_text
from sandbox.bot_api.keyboards import inline_markup
from sandbox.bot_api.refused import Refused
from sandbox.bot_api.shapes.message import message_shape
from sandbox.world.automatic import found_entities
from sandbox.world.chat import Chat
from sandbox.world.keyboards import InlineKeyboard
from sandbox.world.message import Message
from sandbox.world.text import Entity


def edit_message_text(call: Call) -> Any:
    text, entities = message_text(call.arguments)
    keyboard = inline_markup(call.arguments)
    chat, message = _own_message(call)
    if not message.is_words:
        raise Refused(refusals.no_text_to_edit)
    return _change(call, chat, message, text, entities, keyboard)


def edit_message_caption(call: Call) -> Any:
    text, entities = caption(call.arguments)
    keyboard = inline_markup(call.arguments)
    chat, message = _own_message(call)
    if not message.has_caption:
        raise Refused(refusals.no_caption_to_edit)
    return _change(call, chat, message, text, entities, keyboard)


def edit_message_reply_markup(call: Call) -> Any:
    keyboard = inline_markup(call.arguments)
    chat, message = _own_message(call)
    if keyboard == message.keyboard:
        raise Refused(refusals.not_modified)
    call.api.flood.count(call.bot.id, chat, call.world.clock())
    call.world.change_buttons(chat, message, keyboard)
    return message_shape(chat, message, call.world.users)


def _own_message(call: Call) -> tuple[Chat, Message]:
    """The message to change. Raises Refused if the bot may not."""
    if not call.arguments.has("chat_id") and not call.arguments.has("message_id"):
        raise Refused(refusals.message_id_missing)
    chat = reachable(call, chat_for(call, Access.EDIT))
    number = call.arguments.integer("message_id")
    if (message := chat.messages.get(number)) is None:
        raise Refused(refusals.edit_not_found)
    if message.sender is not call.bot or message.brought_keyboard or message.forwarded is not None:
        raise Refused(refusals.cannot_edit)
    return chat, message


def _change(
    call: Call, chat: Chat, message: Message, text: str, entities: tuple[Entity, ...], keyboard: InlineKeyboard
) -> Any:
    same_words = text == message.text and found_entities(text, entities) == message.entities
    if same_words and keyboard == message.keyboard:
        raise Refused(refusals.not_modified)
    call.api.flood.count(call.bot.id, chat, call.world.clock())
    if same_words:
        call.world.change_buttons(chat, message, keyboard)
    else:
        call.world.change_words(chat, message, text, entities, keyboard)
    return message_shape(chat, message, call.world.users)


METHODS = {
    "editmessagetext": edit_message_text,
    "editmessagecaption": edit_message_caption,
    "editmessagereplymarkup": edit_message_reply_markup,
}
