"""Who is talking, in which language: makes the `Talk` that handlers work with."""

from collections.abc import Awaitable, Callable
from typing import Any

from aiogram import BaseMiddleware
from aiogram.enums import ChatType
from aiogram.types import CallbackQuery, Chat, Message, TelegramObject, User

from bot.dialogue.desk import Desk, Talk
from bot.dialogue.languages import language_of, language_of_code
from bot.dialogue.memory import Memory
from bot.dialogue.out import Out
from bot.dialogue.reading.names import name_in


class Conversation(BaseMiddleware):
    """Gives handlers `talk`. The edge passes `memory` and `out` with the update, and keeps both afterwards."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    async def __call__(
        self,
        handler: Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]],
        event: TelegramObject,
        data: dict[str, Any],
    ) -> Any:
        user: User | None = data.get("event_from_user")
        chat: Chat | None = data.get("event_chat")
        if user is None or chat is None or chat.type != ChatType.PRIVATE:
            return None  # nobody's health is discussed in a group
        memory: Memory = data["memory"]
        out: Out = data["out"]
        if isinstance(event, CallbackQuery) and isinstance(event.message, Message):
            out.tapped = event.message.message_id
        _listen(memory, event, user)
        account, called = self._desk.account_of(user), name_in(user.first_name)
        data["talk"] = Talk(self._desk, account, memory, self._desk.clock(), out, called)
        return await handler(event, data)


def _listen(memory: Memory, event: TelegramObject, user: User) -> None:
    """Note what concerns every update: the language, unless one was chosen; a tap; a question that is over."""
    if memory.language is None:
        memory.language = language_of_code(user.language_code)
    if isinstance(event, CallbackQuery) and memory.answered is not None:
        memory.answered.tapped = True
    if isinstance(event, Message) and (event.text or "").startswith("/"):
        memory.asking = None  # a command is no answer, and ends the question
    if memory.language_chosen or isinstance(event, CallbackQuery):
        return
    if isinstance(event, Message) and event.text and not event.text.startswith("/"):
        memory.language = language_of(event.text) or memory.language
