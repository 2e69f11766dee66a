"""What Telegram sends besides words and taps."""

from datetime import UTC, datetime
from itertools import count
from typing import Any

from aiogram.types import CallbackQuery, Chat, Contact, Message, Update, User

from bot.terminal.screen import Button

CHAT = Chat(id=1, type="private")
_ids = count(5000)


def user(name: str = "Anna", language: str = "en") -> User:
    return User(id=1, is_bot=False, first_name=name, language_code=language)


def sent(*, name: str = "Anna", **content: Any) -> Update:
    """A message of the patient with any content."""
    number = next(_ids)
    message = Message(
        message_id=number, date=datetime(2026, 3, 2, tzinfo=UTC), chat=CHAT, from_user=user(name), **content
    )
    return Update(update_id=number, message=message)


def edited(message_id: int, text: str) -> Update:
    message = Message(
        message_id=message_id,
        date=datetime(2026, 3, 2, tzinfo=UTC),
        edit_date=1,
        chat=CHAT,
        from_user=user(),
        text=text,
    )
    return Update(update_id=next(_ids), edited_message=message)


def contact(phone: str, user_id: int | None) -> Update:
    return sent(contact=Contact(phone_number=phone, first_name="Somebody", user_id=user_id))


def tapped(button: Button, name: str) -> Update:
    """A tap by somebody whom Telegram calls so."""
    number = next(_ids)
    message = Message(message_id=button.message_id, date=datetime(2026, 3, 2, tzinfo=UTC), chat=CHAT, text="shown")
    query = CallbackQuery(id=str(number), from_user=user(name), chat_instance="test", data=button.data, message=message)
    return Update(update_id=number, callback_query=query)
