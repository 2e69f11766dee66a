"""Messages as JSON."""

from sandbox.bot_api.shapes.content import content_shape
from sandbox.bot_api.shapes.people import Shape, chat_shape, user_shape
from sandbox.world.chat import Chat
from sandbox.world.content import Pinned
from sandbox.world.keyboards import InlineButton, InlineKeyboard
from sandbox.world.message import Forwarded, Message
from sandbox.world.people import User
from sandbox.world.text import Entity


def message_shape(chat: Chat, message: Message, users: dict[int, User], *, answered: bool = True) -> Shape:
    """`answered`: with the message that it answers; that one comes without its own."""
    shape: Shape = {
        "message_id": message.id,
        "from": user_shape(message.sender),
        "chat": chat_shape(chat),
        "date": int(message.date.timestamp()),
    }
    if message.topic is not None:
        shape |= {"message_thread_id": message.topic, "is_topic_message": True}
    if message.edited_at is not None:
        shape["edit_date"] = int(message.edited_at.timestamp())
    if answered and message.reply_to is not None and (original := chat.messages.get(message.reply_to)):
        shape["reply_to_message"] = message_shape(chat, original, users, answered=False)
    if message.forwarded is not None:
        shape |= _forwarded(message.forwarded)
    if message.protected:
        shape["has_protected_content"] = True
    _add_words(shape, message, users)
    if isinstance(message.content, Pinned):
        shape["pinned_message"] = pinned_shape(chat, message.content.message_id, users)
    elif not message.is_words:
        shape |= content_shape(message.content)
    if message.keyboard:
        shape["reply_markup"] = {"inline_keyboard": keyboard_shape(message.keyboard)}
    return shape


def pinned_shape(chat: Chat, message_id: int, users: dict[int, User]) -> Shape:
    """A message, or what is left to say of one that has been deleted."""
    if (message := chat.messages.get(message_id)) is None:
        return {"message_id": message_id, "chat": chat_shape(chat), "date": 0}
    return message_shape(chat, message, users, answered=False)


def keyboard_shape(keyboard: InlineKeyboard) -> list[list[Shape]]:
    return [[_button(button) for button in row] for row in keyboard]


def entity_shape(entity: Entity, users: dict[int, User]) -> Shape:
    shape: Shape = {"type": entity.type, "offset": entity.offset, "length": entity.length}
    if entity.url is not None:
        shape["url"] = entity.url
    if entity.user_id is not None and entity.user_id in users:
        shape["user"] = user_shape(users[entity.user_id])
    if entity.language is not None:
        shape["language"] = entity.language
    if entity.custom_emoji_id is not None:
        shape["custom_emoji_id"] = entity.custom_emoji_id
    return shape


def _add_words(shape: Shape, message: Message, users: dict[int, User]) -> None:
    text_name, entities_name = ("text", "entities") if message.is_words else ("caption", "caption_entities")
    if message.text:
        shape[text_name] = message.text
    if message.entities:
        shape[entities_name] = [entity_shape(entity, users) for entity in message.entities]


def _forwarded(forwarded: Forwarded) -> Shape:
    sender, date = user_shape(forwarded.sender), int(forwarded.date.timestamp())
    origin = {"type": "user", "sender_user": sender, "date": date}
    return {"forward_origin": origin, "forward_from": sender, "forward_date": date}


def _button(button: InlineButton) -> Shape:
    shape: Shape = {"text": button.text}
    if button.icon is not None:
        shape["icon_custom_emoji_id"] = button.icon
    if button.style is not None:
        shape["style"] = button.style
    if button.callback_data is not None:
        shape["callback_data"] = button.callback_data
    if button.url is not None:
        shape["url"] = button.url
    if button.copy_text is not None:
        shape["copy_text"] = {"text": button.copy_text}
    if button.other is not None:
        shape[button.other[0]] = button.other[1]
    return shape
