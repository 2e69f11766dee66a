"""A bot's new message: all that its methods have in common."""

from typing import Any

from sandbox.bot_api import refusals
from sandbox.bot_api.access import chat_to_write, topic_to_write
from sandbox.bot_api.call import Call
from sandbox.bot_api.keyboards import markup
from sandbox.bot_api.refused import Refused
from sandbox.bot_api.shapes.message import message_shape
from sandbox.bot_api.shapes.people import Shape
from sandbox.world.chat import Chat
from sandbox.world.content import Content
from sandbox.world.keyboards import ReplyKeyboard
from sandbox.world.message import Forwarded, Message
from sandbox.world.text import Entity


def post(call: Call, content: Content, text: str = "", entities: tuple[Entity, ...] = ()) -> Shape:
    """Check the rest of the call, put the message into the chat, and answer with it. Raises Refused."""
    chat, message = post_message(call, content, text, entities)
    return message_shape(chat, message, call.world.users)


def post_message(
    call: Call,
    content: Content,
    text: str = "",
    entities: tuple[Entity, ...] = (),
    forwarded: Forwarded | None = None,
) -> tuple[Chat, Message]:
    buttons = markup(call.arguments)
    chat = chat_to_write(call)
    topic = topic_to_write(call, chat)
    reply_to = _replied(call, chat)
    if isinstance(buttons, ReplyKeyboard) and not chat.is_private:
        _check_requests(buttons)
    call.api.flood.count(call.bot.id, chat, call.world.clock())
    message = call.world.post(
        call.bot,
        chat,
        content,
        text,
        entities,
        markup=buttons,
        reply_to=reply_to,
        topic=topic,
        forwarded=forwarded,
        silent=call.arguments.boolean("disable_notification"),
        protected=call.arguments.boolean("protect_content"),
    )
    return chat, message


def _replied(call: Call, chat: Chat) -> int | None:
    number: Any = call.arguments.integer("reply_to_message_id")
    lenient = call.arguments.boolean("allow_sending_without_reply")
    shape = call.arguments.json("reply_parameters", "reply parameters")
    if shape is not None:
        if not isinstance(shape, dict):
            raise Refused(refusals.reply_not_object)
        number, lenient = shape.get("message_id"), bool(shape.get("allow_sending_without_reply"))
        if not isinstance(number, int):
            raise Refused(refusals.reply_without_id)
    if number in chat.messages:
        return int(number)
    if number > 0 and not lenient:
        raise Refused(refusals.replied_not_found)
    return None


def _check_requests(keyboard: ReplyKeyboard) -> None:
    for button in (button for row in keyboard.rows for button in row):
        if button.request_contact:
            raise Refused(refusals.contact_in_group)
        if button.request_location:
            raise Refused(refusals.location_in_group)
