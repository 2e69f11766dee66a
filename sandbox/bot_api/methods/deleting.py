"""Taking messages away."""

from datetime import timedelta
from typing import Any

from sandbox.bot_api import refusals
from sandbox.bot_api.access import Access, chat_for
from sandbox.bot_api.call import Call
from sandbox.bot_api.refused import Refused
from sandbox.world.chat import Chat
from sandbox.world.message import Message

DELETABLE_FOR = timedelta(hours=48)
MOST_AT_ONCE = 100


def delete_message(call: Call) -> Any:
    chat = chat_for(call, Access.WRITE)
    number = call.arguments.integer("message_id")
    if (message := chat.messages.get(number)) is None:
        raise Refused(refusals.delete_not_found)
    if not _may_delete(call, chat, message):
        raise Refused(refusals.cannot_delete)
    call.world.delete_messages(chat, [number])
    return True


def delete_messages(call: Call) -> Any:
    """Those that can be deleted; the others stay, and nothing is said about them."""
    numbers = message_ids(call)
    chat = chat_for(call, Access.WRITE)
    found = [message for number in numbers if (message := chat.messages.get(number))]
    call.world.delete_messages(chat, [message.id for message in found if _may_delete(call, chat, message)])
    return True


def message_ids(call: Call) -> list[int]:
    given = call.arguments.json("message_ids", "message_ids")
    if given is None:
        raise Refused(refusals.message_ids_missing)
    if not isinstance(given, list):
        raise Refused(refusals.message_ids_not_list)
    if len(given) > MOST_AT_ONCE:
        raise Refused(refusals.too_many_message_ids)
    if not all(isinstance(each, int) and each > 0 for each in given):
        raise Refused(refusals.message_ids_invalid)
    return given


def _may_delete(call: Call, chat: Chat, message: Message) -> bool:
    if call.world.clock() - message.date >= DELETABLE_FOR:
        return False
    return chat.is_private or message.sender is call.bot or chat.administers(call.bot.id)


METHODS = {"deletemessage": delete_message, "deletemessages": delete_messages}
