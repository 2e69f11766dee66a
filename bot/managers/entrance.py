"""The door of the managers' groups: who comes in, and with what."""

import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from aiogram import BaseMiddleware, Bot
from aiogram.dispatcher.flags import get_flag
from aiogram.types import CallbackQuery, Message, TelegramObject, User

from bot.dialogue.out import Out
from bot.dialogue.views.notices import notice
from bot.managers.manager import Manager
from bot.managers.office import Office
from bot.managers.refusing import Refusing
from bot.storage import sends
from bot.storage.rooms import Room

READS = {"reads": True}
"""Flags of a handler that changes nothing: only those are for managers who may only read."""
log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Came:
    """Somebody who wants something of us."""

    manager: Manager | None
    room: Room | None
    """None: a group that is no room (yet)."""


class Entrance(BaseMiddleware):
    """An outer middleware: gives handlers `office`, `desk`, `manager`, `room` and `replied` (the label of our message
    that a reply answers, None for others), and refuses everybody else.

    What is a message among people, neither a command for this bot nor a reply to it, passes silently to nobody.
    """

    def __init__(self, office: Office) -> None:
        self._office = office
        self._refusing = Refusing()

    async def __call__(
        self,
        handler: Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]],
        event: TelegramObject,
        data: dict[str, Any],
    ) -> Any:
        out: Out = data["out"]
        try:
            came = await self._came(event, data["bot"])
            if came is None:
                return None
            if came.manager is None:
                return self._refuse(event, out, came)
            await self._office.names.remember(came.manager)
            out.topic = _topic_of(event)
            if isinstance(event, CallbackQuery) and event.message is not None:
                out.tapped = event.message.message_id
            given = {
                "office": self._office,
                "desk": self._office.desk,
                "manager": came.manager,
                "room": came.room,
                "replied": await self._replied(event),
            }
            try:
                return await handler(event, data | given)
            finally:
                self._office.news.set()  # whatever is done here may be counted in the digest
        except Exception as error:
            # The edge of the process: the manager is told, and can try again.
            log.error("a manager's %s failed: %s", type(event).__name__, type(error).__name__)
            _tell(event, out, self._office, "managers-failed", "managers-failed-message")
            return None

    async def _came(self, event: TelegramObject, bot: Bot) -> _Came | None:
        """Who wants something; None: nobody does."""
        if isinstance(event, CallbackQuery):
            user: User | None = event.from_user
            chat_id = event.message.chat.id if event.message is not None else 0
        elif isinstance(event, Message) and await concerns_us(event, bot):
            # An administrator who hides is nobody: Telegram says only that it is one.
            user = None if event.sender_chat is not None else event.from_user
            chat_id = event.chat.id
        else:
            return None
        room = self._office.rooms.room(chat_id)
        manager = None if user is None else await self._office.rights.of(user)
        if manager is not None and room is not None and not manager.oversees(room.branch_id):
            manager = None
        return _Came(manager, room)

    def _refuse(self, event: TelegramObject, out: Out, came: _Came) -> None:
        if isinstance(event, CallbackQuery):
            self._refusing.button(event, out, self._office.words, "managers-not-yours")
        elif isinstance(event, Message):
            hidden = event.sender_chat is not None
            text = "managers-anonymous" if hidden else "managers-refused"
            self._refusing.command(event, out, self._office.words, text, silent=came.room is None and not hidden)

    async def _replied(self, event: TelegramObject) -> str | None:
        message = event.reply_to_message if isinstance(event, Message) else None
        return None if message is None else await sends.label_of(self._office.pool, message.chat.id, message.message_id)


class ReadersOnlyRead(BaseMiddleware):
    """An inner middleware: a manager who may only read is kept from handlers that are not marked with READS."""

    async def __call__(
        self,
        handler: Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]],
        event: TelegramObject,
        data: dict[str, Any],
    ) -> Any:
        manager: Manager = data["manager"]
        if manager.may_decide or get_flag(data, "reads"):
            return await handler(event, data)
        _tell(event, data["out"], data["office"], "managers-read-only", "managers-read-only")
        return None


async def concerns_us(message: Message, bot: Bot) -> bool:
    """Whether it is a command for this bot, or a reply to one of its messages."""
    text = message.text or ""
    if text.startswith("/"):
        named = text.split(maxsplit=1)[0].partition("@")[2]
        return not named or named.lower() == ((await bot.me()).username or "").lower()
    replied = message.reply_to_message
    if replied is None or replied.from_user is None or replied.forum_topic_created is not None:
        return False  # whatever is written in a topic answers the message that made it
    return replied.from_user.id == bot.id


def _topic_of(event: TelegramObject) -> int | None:
    message = event.message if isinstance(event, CallbackQuery) else event
    return message.message_thread_id if isinstance(message, Message) and message.is_topic_message else None


def _tell(event: TelegramObject, out: Out, office: Office, note: str, line: str) -> None:
    if isinstance(event, CallbackQuery):
        out.note, out.alert = office.words.say(note), True
    else:
        out.say(notice(office.words, line))
