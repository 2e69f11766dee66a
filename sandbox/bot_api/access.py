"""Where a call goes, and whether the bot may (`check_chat_access` of the real server's Client.cpp)."""

from enum import IntEnum

from sandbox.bot_api import refusals
from sandbox.bot_api.call import Call
from sandbox.bot_api.refused import Refusal, Refused
from sandbox.world.chat import Chat, ChatKind, Status, Topic

GENERAL = 1
"""The id of a forum's first topic. Its messages carry none, and only chat actions may name it."""


class Access(IntEnum):
    """What a call wants of a chat; each includes those before it, MEMBERS only where a group has been closed."""

    READ = 0
    MEMBERS = 1
    EDIT = 2
    WRITE = 3


def chat_for(call: Call, access: Access, name: str = "chat_id") -> Chat:
    """The chat that the call names. Raises Refused if there is none or the bot may not."""
    given = call.arguments.text(name).strip()
    if not given:
        raise Refused(refusals.chat_id_empty)
    chat = _find(call, given)
    match chat.kind:
        case ChatKind.PRIVATE:
            if access >= Access.EDIT and chat.person is not None and chat.person.deactivated:
                raise Refused(refusals.user_deactivated)
        case ChatKind.GROUP:
            _check_group(chat, access, chat.status(call.bot.id))
        case ChatKind.SUPERGROUP:
            _check_supergroup(chat.status(call.bot.id))
    return chat


def chat_to_write(call: Call) -> Chat:
    """The chat, and the bot's words would reach it: the last part only Telegram's servers know."""
    return reachable(call, chat_for(call, Access.WRITE))


def reachable(call: Call, chat: Chat) -> Chat:
    if chat.is_private:
        if not chat.has(call.bot.id):
            raise Refused(refusals.bot_blocked)
        if not chat.started:
            raise Refused(refusals.never_started)
    return chat


def topic_to_write(call: Call, chat: Chat) -> int | None:
    """The id of the topic that the call names; None for none."""
    number = call.arguments.integer("message_thread_id")
    if number <= 0 or (number == GENERAL and call.method == "sendchataction"):
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
    chat = chat_for(call, Access.WRITE)
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
    return chat


def _check_group(chat: Chat, access: Access, status: Status) -> None:
    if chat.migrated_to is not None:
        if access in (Access.WRITE, Access.MEMBERS):
            raise Refused(refusals.upgraded(chat.migrated_to))
        return
    if access is not Access.READ:
        _refuse_outside(status, refusals.bot_kicked_from_group, refusals.not_in_group)


def _check_supergroup(status: Status) -> None:
    _refuse_outside(status, refusals.bot_kicked_from_supergroup, refusals.not_in_supergroup)


def _refuse_outside(status: Status, kicked: Refusal, left: Refusal) -> None:
    if status is Status.KICKED:
        raise Refused(kicked)
    if status is Status.LEFT:
        raise Refused(left)
