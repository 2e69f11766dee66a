"""Forwarding and copying."""

from typing import Any

from sandbox.bot_api import refusals
from sandbox.bot_api.access import Access, chat_for
from sandbox.bot_api.call import Call
from sandbox.bot_api.formatting import caption
from sandbox.bot_api.posting import post_message
from sandbox.bot_api.refused import Refusal, Refused
from sandbox.bot_api.shapes.message import message_shape
from sandbox.world.content import Service
from sandbox.world.message import Forwarded, Message


def forward_message(call: Call) -> Any:
    message = _source(call, refusals.forward_not_found)
    if message.protected or isinstance(message.content, Service):
        raise Refused(refusals.cannot_forward)
    origin = message.forwarded or Forwarded(message.sender, message.date)
    chat, copy = post_message(call, message.content, message.text, message.entities, origin)
    return message_shape(chat, copy, call.world.users)


def copy_message(call: Call) -> Any:
    message = _source(call, refusals.copy_not_found)
    if message.protected or isinstance(message.content, Service):
        raise Refused(refusals.cannot_copy)
    text, entities = message.text, message.entities
    if message.has_caption and call.arguments.has("caption"):
        text, entities = caption(call.arguments)
    _, copy = post_message(call, message.content, text, entities)
    return {"message_id": copy.id}


def _source(call: Call, not_found: Refusal) -> Message:
    if not call.arguments.text("from_chat_id"):
        raise Refused(refusals.required("from_chat_id"))
    chat = chat_for(call, Access.READ, "from_chat_id")
    number = call.arguments.integer("message_id")
    if (message := chat.messages.get(number)) is None:
        raise Refused(not_found)
    return message


METHODS = {"forwardmessage": forward_message, "copymessage": copy_message}
