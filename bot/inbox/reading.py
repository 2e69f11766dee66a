"""What Telegram handed over, made into an update of ours; whatever it is, it has an answer here."""

import json
import logging
import re
from typing import Any

from aiogram import Bot
from aiogram.enums import ChatType
from aiogram.types import Chat, Message, Update
from pydantic import ValidationError

from bot.inbox.rooms import Rooms
from bot.storage.updates import Kept, State
from bot.turns.heard import Heard

ALLOWED = ("message", "edited_message", "callback_query", "my_chat_member")
MAX_ID = 2**63 - 1
_HERE = re.compile(r"/here(@\w+)?(\s|$)")
log = logging.getLogger(__name__)


def read(raw: object, bot: Bot, rooms: Rooms) -> tuple[Kept, Heard | None] | None:
    """How to keep it and what to do about it; None if it has no number, so that it cannot even be kept."""
    if not isinstance(raw, dict) or not _is_id(raw.get("update_id")):
        log.error("Telegram sent something without an update_id: left out")
        return None
    update_id: int = raw["update_id"]
    update = _update(raw, bot)
    if update is None:
        log.error("update %s cannot be read: kept and skipped", update_id)
        return Kept(update_id, None, _json(raw), State.UNREADABLE), None
    chat = chat_of(update)
    if chat is None or not (chat.type == ChatType.PRIVATE or rooms.is_managers(chat.id) or asks_for_room(update)):
        return Kept(update_id, None, None, State.IGNORED), None  # a stranger's group: its words are not ours to keep
    return Kept(update_id, chat.id, _json(raw)), Heard(update_ids=[update_id], chat_id=chat.id, update=update)


def read_kept(kept: Kept, bot: Bot) -> Heard | None:
    """A stored update, again; None if this version cannot read it."""
    update = _update(json.loads(kept.payload or "null"), bot)
    chat = None if update is None else chat_of(update)
    if update is None or chat is None:
        return None
    return Heard(update_ids=[kept.update_id], chat_id=chat.id, update=update, attempts=kept.attempts, recovered=True)


def chat_of(update: Update) -> Chat | None:
    """Where it happened."""
    if (message := update.message or update.edited_message) is not None:
        return message.chat
    if (query := update.callback_query) is not None:
        return query.message.chat if query.message is not None else None
    return update.my_chat_member.chat if update.my_chat_member is not None else None


def asks_for_room(update: Update) -> bool:
    """Whether somebody in a group wants it to be a room of managers."""
    text = update.message.text if update.message is not None else None
    return text is not None and _HERE.match(text) is not None


def migration(message: Message | None) -> tuple[int, int] | None:
    """The old and the new id, if the message says that its group became a supergroup."""
    if message is None:
        return None
    if message.migrate_to_chat_id is not None:
        return message.chat.id, message.migrate_to_chat_id
    if message.migrate_from_chat_id is not None:
        return message.migrate_from_chat_id, message.chat.id
    return None


def _update(raw: object, bot: Bot) -> Update | None:
    try:
        return Update.model_validate(raw, context={"bot": bot})
    except (ValidationError, ValueError, OverflowError):
        return None


def _json(raw: dict[str, Any]) -> str:
    return json.dumps(raw, separators=(",", ":"))


def _is_id(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= MAX_ID
