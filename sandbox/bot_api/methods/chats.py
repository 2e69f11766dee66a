"""Chats and their members."""

from typing import Any

from sandbox.bot_api import refusals
from sandbox.bot_api.access import Access, chat_for
from sandbox.bot_api.call import Call
from sandbox.bot_api.refused import Refused
from sandbox.bot_api.shapes.message import message_shape
from sandbox.bot_api.shapes.people import chat_shape, member_shape
from sandbox.world.chat import Status
from sandbox.world.people import User

_GIFTS = (
    "unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels",
)  # fmt: skip


def get_chat(call: Call) -> Any:
    chat = chat_for(call, Access.READ)
    shape = {
        **chat_shape(chat),
        "accent_color_id": abs(chat.id) % 7,
        "max_reaction_count": 11,
        "accepted_gift_types": dict.fromkeys(_GIFTS, False),
    }
    if not chat.is_private:
        shape["permissions"] = {"can_send_messages": True}
    if pinned := call.world.pinned_message(chat):
        shape["pinned_message"] = message_shape(chat, pinned, call.world.users, answered=False)
    return shape


def get_chat_member(call: Call) -> Any:
    chat = chat_for(call, Access.MEMBERS)
    number = call.arguments.integer("user_id")
    if number <= 0:
        raise Refused(refusals.user_id_invalid)
    user = call.world.users.get(number)
    if user is None:
        raise Refused(refusals.member_not_found)
    return member_shape(user, chat.status(user.id))


def get_chat_administrators(call: Call) -> Any:
    chat = chat_for(call, Access.MEMBERS)
    if chat.is_private:
        raise Refused(refusals.no_administrators)
    return [
        member_shape(_user(call, number), status)
        for number, status in chat.members.items()
        if status in (Status.CREATOR, Status.ADMINISTRATOR) and (number not in call.world.bots or number == call.bot.id)
    ]


def get_chat_member_count(call: Call) -> Any:
    chat = chat_for(call, Access.MEMBERS)
    return sum(chat.has(number) for number in chat.members)


def leave_chat(call: Call) -> Any:
    chat = chat_for(call, Access.READ)
    if chat.is_private:
        raise Refused(refusals.cannot_leave_private)
    call.world.leave(call.bot.id, chat.id)
    return True


def export_chat_invite_link(call: Call) -> Any:
    chat = chat_for(call, Access.WRITE)
    if not chat.administers(call.bot.id):
        raise Refused(refusals.no_rights_to_invite)
    return f"https://t.me/+sandbox{abs(chat.id)}"


def _user(call: Call, number: int) -> User:
    return call.world.users[number]


METHODS = {
    "getchat": get_chat,
    "getchatmember": get_chat_member,
    "getchatadministrators": get_chat_administrators,
    "getchatmembercount": get_chat_member_count,
    "leavechat": leave_chat,
    "exportchatinvitelink": export_chat_invite_link,
}
