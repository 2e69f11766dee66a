"""Pinned messages."""

from typing import Any

from sandbox.bot_api import refusals
from sandbox.bot_api.access import chat_to_write
from sandbox.bot_api.call import Call
from sandbox.bot_api.refused import Refused
from sandbox.world.chat import Chat
from sandbox.world.content import Pinned


def pin_chat_message(call: Call) -> Any:
    chat = _chat(call)
    number = call.arguments.integer("message_id")
    if number not in chat.messages:
        raise Refused(refusals.pin_not_found)
    if number in chat.pinned:
        return True
    call.world.pin(chat, number)
    call.world.add_message(chat, call.bot, Pinned(number))
    return True


def unpin_chat_message(call: Call) -> Any:
    """The named one, or the one on show."""
    chat = _chat(call)
    number = call.arguments.integer("message_id") or (chat.pinned[-1] if chat.pinned else 0)
    if number not in chat.messages:
        raise Refused(refusals.unpin_not_found)
    call.world.unpin(chat, [number])
    return True


def unpin_all_chat_messages(call: Call) -> Any:
    chat = _chat(call)
    call.world.unpin(chat, list(chat.pinned))
    return True


def _chat(call: Call) -> Chat:
    chat = chat_to_write(call)
    if not chat.is_private and not chat.administers(call.bot.id):
        raise Refused(refusals.no_rights_to_pin)
    return chat


METHODS = {
    "pinchatmessage": pin_chat_message,
    "unpinchatmessage": unpin_chat_message,
    "unpinallchatmessages": unpin_all_chat_messages,
}
