"""Users, chats and members as JSON."""

from typing import Any

from sandbox.world.chat import Chat, Status
from sandbox.world.people import Bot, User

Shape = dict[str, Any]
_RIGHTS = (
    "can_manage_chat", "can_delete_messages", "can_manage_video_chats", "can_restrict_members", "can_promote_members",
    "can_change_info", "can_invite_users", "can_post_stories", "can_edit_stories", "can_delete_stories",
    "can_pin_messages", "can_manage_topics", "can_send_welcome_messages",
)  # fmt: skip


def user_shape(user: User) -> Shape:
    shape: Shape = {"id": user.id, "is_bot": user.is_bot, "first_name": user.first_name}
    if user.last_name:
        shape["last_name"] = user.last_name
    if user.username:
        shape["username"] = user.username
    if user.language_code:
        shape["language_code"] = user.language_code
    return shape


def me_shape(bot: Bot) -> Shape:
    """As getMe answers."""
    return {
        **user_shape(bot),
        "can_join_groups": True,
        "can_read_all_group_messages": not bot.privacy,
        "supports_inline_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }


def chat_shape(chat: Chat) -> Shape:
    if chat.person is not None:
        shape = user_shape(chat.person)
        shape.pop("is_bot")
        shape.pop("language_code", None)
        return {**shape, "type": "private"}
    shape = {"id": chat.id, "title": chat.title, "type": chat.kind.value}
    if chat.is_forum:
        shape["is_forum"] = True
    return shape


def member_shape(user: User, status: Status) -> Shape:
    shape: Shape = {"user": user_shape(user), "status": status.value}
    match status:
        case Status.CREATOR:
            shape["is_anonymous"] = False
        case Status.ADMINISTRATOR:
            shape |= {"can_be_edited": False, "is_anonymous": False, **dict.fromkeys(_RIGHTS, True)}
        case Status.KICKED:
            shape["until_date"] = 0
        case _:
            pass
    return shape
