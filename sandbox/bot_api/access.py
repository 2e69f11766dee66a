"""Where a call goes, and whether the bot may."""

from sandbox.bot_api import refusals
from sandbox.bot_api.call import Call
from sandbox.bot_api.refused import Refusal, Refused
from sandbox.world.chat import Chat, ChatKind, Status, Topic

GENERAL = 1
"""The id of a forum's first topic; its messages carry none."""


def chat_to_read(call: Call, name: str = "chat_id") -> Chat:
    """The chat of the call. Raises Refused if there is none or the bot is not in it."""
    given = call.arguments.text(name).strip()
    if not given:
        raise Refused(refusals.chat_id_empty)
    chat = _find(call, given)
    if not chat.is_private and not chat.has(call.bot.id):
        raise Refused(_outside(chat, chat.status(call.bot.id)))
    return chat


def chat_to_write(call: Call) -> Chat:
    """The same, and the bot may speak there."""
    chat = chat_to_read(call)
    if chat.person is not None:
        if chat.person.deactivated:
            raise Refused(refusals.user_deactivated)
        if not chat.has(call.bot.id):
            raise Refused(refusals.bot_blocked)
        if not chat.started:
            raise Refused(refusals.never_started)
    return chat


def topic_to_write(call: Call, chat: Chat) -> int | None:
    """The id of the topic that the call names; None for none and for General."""
    number = call.arguments.integer("message_thread_id")
    if number in (0, GENERAL) and (chat.is_forum or number == 0):
        return None
    topic = chat.topics.get(number)
    if topic is None:
        raise Refused(refusals.topic_not_found)
    if topic.closed and not chat.administers(call.bot.id):
        raise Refused(refusals.topic_closed)
    return topic.id


def topic_to_manage(call: Call) -> tuple[Chat, Topic]:
    """For an administrator. Raises Refused."""
    chat = forum_to_manage(call)
    topic = chat.topics.get(call.arguments.integer("message_thread_id"))
    if topic is None:
        raise Refused(refusals.topic_id_invalid)
    return chat, topic


def forum_to_manage(call: Call) -> Chat:
    chat = chat_to_read(call)
    if not chat.is_forum:
        raise Refused(refusals.not_a_forum)
    if not chat.administers(call.bot.id):
        raise Refused(refusals.no_rights_to_manage_topics)
    return chat


def _find(call: Call, given: str) -> Chat:
    try:
        number = int(given)
    except ValueError:
        raise Refused(refusals.chat_not_found) from None
    world = call.world
    if number in world.bots:
        raise Refused(refusals.bot_to_bot)
    chat = world.private_chats.get((call.bot.id, number)) or world.groups.get(number)
    if chat is None or call.bot.id not in chat.members:
        raise Refused(refusals.chat_not_found)
    if chat.migrated_to is not None:
        raise Refused(refusals.upgraded(chat.migrated_to))
    return chat


def _outside(chat: Chat, status: Status) -> Refusal:
    group = chat.kind is ChatKind.GROUP
    if status is Status.KICKED:
        return refusals.bot_kicked_from_group if group else refusals.bot_kicked_from_supergroup
    return refusals.not_in_group if group else refusals.not_in_supergroup
