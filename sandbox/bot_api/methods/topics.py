"""Topics of a forum; the bot administers it."""

from typing import Any

from sandbox.bot_api import refusals
from sandbox.bot_api.access import forum_to_manage, topic_to_manage
from sandbox.bot_api.call import Call
from sandbox.bot_api.refused import Refused
from sandbox.world.topics import ICON_COLORS


def create_forum_topic(call: Call) -> Any:
    name = call.arguments.text("name").strip()[:128]
    if not name:
        raise Refused(refusals.topic_name_empty)
    chat = forum_to_manage(call)
    color = call.arguments.integer("icon_color") or ICON_COLORS[0]
    icon = call.arguments.text("icon_custom_emoji_id") or None
    topic = call.world.create_topic(call.bot.id, chat.id, name, color, icon)
    shape = {"message_thread_id": topic.id, "name": topic.name, "icon_color": topic.icon_color}
    return {**shape, "icon_custom_emoji_id": icon} if icon else shape


def edit_forum_topic(call: Call) -> Any:
    chat, topic = topic_to_manage(call)
    name = call.arguments.text("name").strip() or None
    icon = call.arguments.text("icon_custom_emoji_id") if call.arguments.has("icon_custom_emoji_id") else None
    if (name is None or name == topic.name) and (icon is None or icon == topic.icon):
        raise Refused(refusals.topic_not_modified)
    call.world.edit_topic(chat, topic, call.bot, name, icon)
    return True


def close_forum_topic(call: Call) -> Any:
    return _set_closed(call, closed=True)


def reopen_forum_topic(call: Call) -> Any:
    return _set_closed(call, closed=False)


def delete_forum_topic(call: Call) -> Any:
    chat, topic = topic_to_manage(call)
    call.world.delete_topic(chat, topic)
    return True


def _set_closed(call: Call, *, closed: bool) -> bool:
    chat, topic = topic_to_manage(call)
    if topic.closed is closed:
        raise Refused(refusals.topic_not_modified)
    call.world.close_topic(chat, topic, call.bot, closed=closed)
    return True


METHODS = {
    "createforumtopic": create_forum_topic,
    "editforumtopic": edit_forum_topic,
    "closeforumtopic": close_forum_topic,
    "reopenforumtopic": reopen_forum_topic,
    "deleteforumtopic": delete_forum_topic,
}
