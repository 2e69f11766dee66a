"""What a turn said, as rows."""

from aiogram.types import Update

from bot.dialogue.memory import Memory
from bot.dialogue.out import Outgoing
from bot.storage.sends import Send


def as_send(chat_id: int, item: Outgoing) -> Send:
    """A row that is not stored yet."""
    # Markup is mostly empty fields, but "no content" means something.
    written = item.model_dump_json(exclude_none=item.content is not None)
    label = item.label or (item.target if isinstance(item.target, str) else None)
    return Send(id=0, chat_id=chat_id, priority=int(item.priority), item=written, label=label, ready=item)


def callback_of(update: Update) -> str | None:
    """The id of the tap that is to be acknowledged."""
    return None if update.callback_query is None else update.callback_query.id


def language_of(memory: Memory) -> str | None:
    return memory.language
