"""Which of a bot's command lists a person sees in a chat."""

from sandbox.world.chat import Chat, ChatKind
from sandbox.world.people import Bot, Command, User

DEFAULT = "default"
ALL_PRIVATE = "all_private_chats"
ALL_GROUPS = "all_group_chats"
ALL_ADMINISTRATORS = "all_chat_administrators"


def chat_scope(chat_id: int) -> str:
    return f"chat:{chat_id}"


def administrators_scope(chat_id: int) -> str:
    return f"chat_administrators:{chat_id}"


def member_scope(chat_id: int, user_id: int) -> str:
    return f"chat_member:{chat_id}:{user_id}"


def commands_for(bot: Bot, chat: Chat, user: User) -> list[Command]:
    """The narrowest scope that has a list wins, within it the person's language before none; [] if there is none."""
    for scope in _scopes(chat, user):
        for language in (user.language_code or "", ""):
            if found := bot.commands.get((scope, language)):
                return found
    return []


def _scopes(chat: Chat, user: User) -> list[str]:
    """From narrow to wide, in the order of the Bot API's manual."""
    if chat.kind is ChatKind.PRIVATE:
        return [chat_scope(chat.id), ALL_PRIVATE, DEFAULT]
    for_administrators = chat.administers(user.id)
    scopes = [member_scope(chat.id, user.id)]
    scopes += [administrators_scope(chat.id)] if for_administrators else []
    scopes += [chat_scope(chat.id)]
    scopes += [ALL_ADMINISTRATORS] if for_administrators else []
    return [*scopes, ALL_GROUPS, DEFAULT]
