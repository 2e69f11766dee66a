"""Load what is remembered of a conversation, hand it to the handler, store it again."""

from collections.abc import Awaitable, Callable
from typing import Any

from aiogram import BaseMiddleware
from aiogram.enums import ChatType
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Chat, Message, TelegramObject, User
from pydantic import ValidationError

from bot.dialogue.desk import Desk, Talk
from bot.dialogue.languages import language_of, language_of_code
from bot.dialogue.memory import Memory

KEY = "dialogue"


class Conversation(BaseMiddleware):
    """Gives handlers `talk`. It is stored after a failure as well: what was done at the clinic stays done."""

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
        state: FSMContext | None = data.get("state")
        if user is None or state is None or chat is None or chat.type != ChatType.PRIVATE:
            return None  # nobody's health is discussed in a group
        memory = await _load(state)
        _listen(memory, event, user)
        data["talk"] = Talk(self._desk, self._desk.account_of(user), memory, self._desk.clock())
        try:
            return await handler(event, data)
        finally:
            await state.update_data({KEY: memory.model_dump(mode="json")})


async def _load(state: FSMContext) -> Memory:
    stored = (await state.get_data()).get(KEY)
    try:
        return Memory.model_validate(stored) if stored else Memory()
    except ValidationError:
        return Memory()  # written by another version: a forgotten dialogue is better than a dead one


def _listen(memory: Memory, event: TelegramObject, user: User) -> None:
    """Speak as the patient does, unless a language was chosen."""
    if memory.language is None:
        memory.language = language_of_code(user.language_code)
    if memory.language_chosen or isinstance(event, CallbackQuery):
        return
    if isinstance(event, Message) and event.text and not event.text.startswith("/"):
        memory.language = language_of(event.text) or memory.language
