"""What people see, as JSON: messages as the Bot API writes them, and the rest of a chat around them."""

from typing import Any

from sandbox.bot_api.shapes.message import message_shape
from sandbox.bot_api.shapes.people import chat_shape, user_shape
from sandbox.world.chat import Chat
from sandbox.world.message import Message
from sandbox.world.people import User
from sandbox.world.press import Press
from sandbox.world.world import World

Json = dict[str, Any]


def user_json(user: User) -> Json:
    return {**user_shape(user), "phone": user.phone}


def chat_json(chat: Chat) -> Json:
    return {**chat_shape(chat), "address": chat.address, "name": chat.name}


def message_json(world: World, chat: Chat, message: Message) -> Json:
    return {**message_shape(chat, message, world.users), "version": message.version}


def press_json(press: Press) -> Json:
    answer = press.answer
    shown = None if answer is None else {"text": answer.text, "alert": answer.alert, "url": answer.url}
    return {"id": press.id, "message_id": press.message_id, "data": press.data, "answer": shown}


def view_json(world: World, user_id: int, chat: Chat, limit: int) -> Json:
    """All that the person sees of the chat: its last messages, from old to new, and what is around them."""
    shown = world.shown_keyboard(user_id, chat)
    return {
        "chat": chat_json(chat),
        "messages": [message_json(world, chat, message) for message in world.history(chat, limit=limit)],
        "keyboard": None if shown is None or shown.folded else _keyboard(shown.keyboard.rows),
        "actions": [{"user_id": each.user.id, "action": each.action} for each in world.actions(chat)],
        "presses": [press_json(press) for press in world.last_presses(user_id, chat)],
        "pinned": list(chat.pinned),
        "blocked": world.is_blocked(user_id, chat),
        "commands": [
            {"command": each.command, "description": each.description} for each in world.commands(user_id, chat)
        ],
        "topics": [{"id": each.id, "name": each.name, "closed": each.closed} for each in chat.topics.values()],
    }


def _keyboard(rows: Any) -> list[list[Json]]:
    return [
        [
            {
                "text": button.text,
                "request_contact": button.request_contact,
                "request_location": button.request_location,
            }
            for button in row
        ]
        for row in rows
    ]
