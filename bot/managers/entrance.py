"""The door of the managers' groups: who comes in, and with what."""

import logging
from collections.abc import Awaitable, Callable
from typing import Any

from aiogram import BaseMiddleware, Bot
from aiogram.dispatcher.flags import get_flag
from aiogram.types import CallbackQuery, Message, TelegramObject, User

from bot.dialogue.desk import Desk
from bot.dialogue.out import Out
from bot.dialogue.views.notices import notice
from bot.managers.manager import Manager
from bot.managers.refusing import Refusing
from bot.managers.rights import Rights
from bot.texts import texts

READS = {"reads": True}
"""Flags of a handler that changes nothing: only those are for managers who may only read."""
log = logging.getLogger(__name__)


class Entrance(BaseMiddleware):
    """An outer middleware: gives handlers `desk` and `manager`, and refuses everybody else.

    What is a message among people, neither a command for this bot nor a reply to it, passes silently to nobody.
    """

    def __init__(self, desk: Desk, rights: Rights) -> None:
        self._desk = desk
        self._rights = rights
        self._refusing = Refusing()

    async def __call__(
        self,
        handler: Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]],
        event: TelegramObject,
        data: dict[str, Any],
    ) -> Any:
        out: Out = data["out"]
        words = texts(self._desk.language)
        try:
            if isinstance(event, CallbackQuery):
                if event.message is not None:
                    out.tapped = event.message.message_id
                manager = await self._rights.of(event.from_user)
                if manager is None:
                    return self._refusing.button(event, out, words, "managers-not-yours")
            elif isinstance(event, Message) and await concerns_us(event, data["bot"]):
                manager = await self._who(event)
                if manager is None:
                    hidden = event.sender_chat is not None
                    key = "managers-anonymous" if hidden else "managers-refused"
                    return self._refusing.command(event, out, words, key)
            else:
                return None
            return await handler(event, data | {"desk": self._desk, "manager": manager})
        except Exception as error:
            # The edge of the process: the manager is told, and can try again.
            log.error("a manager's %s failed: %s", type(event).__name__, type(error).__name__)
            _tell_failed(event, out, self._desk)
            return None

    async def _who(self, message: Message) -> Manager | None:
        """Nobody for an administrator who hides: Telegram says only that it is one."""
        user: User | None = message.from_user
        return None if user is None or message.sender_chat is not None else await self._rights.of(user)


class ReadersOnlyRead(BaseMiddleware):
    """An inner middleware: a manager who may only read is kept from handlers that are not marked with READS."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    async def __call__(
        self,
        handler: Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]],
        event: TelegramObject,
        data: dict[str, Any],
    ) -> Any:
        manager: Manager = data["manager"]
        if manager.may_decide or get_flag(data, "reads"):
            return await handler(event, data)
        out: Out = data["out"]
        words = texts(self._desk.language)
        if isinstance(event, CallbackQuery):
            out.note, out.alert = words.say("managers-read-only"), True
        else:
            out.say(notice(words, "managers-read-only"))
        return None


async def concerns_us(message: Message, bot: Bot) -> bool:
    """Whether it is a command for this bot, or a reply to one of its messages."""
    text = message.text or ""
    if text.startswith("/"):
        named = text.split(maxsplit=1)[0].partition("@")[2]
        return not named or named.lower() == ((await bot.me()).username or "").lower()
    replied = message.reply_to_message
    return replied is not None and replied.from_user is not None and replied.from_user.id == bot.id


def _tell_failed(event: TelegramObject, out: Out, desk: Desk) -> None:
    words = texts(desk.language)
    if isinstance(event, CallbackQuery):
        out.note = words.say("managers-failed")
    else:
        out.say(notice(words, "managers-failed-message"))
