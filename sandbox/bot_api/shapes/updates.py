"""Updates as JSON, without their numbers."""

from sandbox.bot_api.shapes.message import pinned_shape
from sandbox.bot_api.shapes.people import Shape, chat_shape, member_shape, user_shape
from sandbox.world.changes import MemberChanged
from sandbox.world.chat import Chat
from sandbox.world.people import User
from sandbox.world.press import Press


def callback_query_shape(chat: Chat, press: Press, users: dict[int, User]) -> Shape:
    return {
        "id": press.id,
        "from": user_shape(press.user),
        "message": pinned_shape(chat, press.message_id, users),
        "chat_instance": str(abs(hash((press.bot.id, chat.id)))),
        "data": press.data,
    }


def member_update_shape(change: MemberChanged, date: int) -> Shape:
    """Of my_chat_member and chat_member; `date` in Unix seconds."""
    return {
        "chat": chat_shape(change.chat),
        "from": user_shape(change.by),
        "date": date,
        "old_chat_member": member_shape(change.user, change.old),
        "new_chat_member": member_shape(change.user, change.new),
    }
