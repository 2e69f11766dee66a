"""What is to be said, as rows of the queue."""

from bot.dialogue.out import Outgoing
from bot.storage.sends import Send


def as_send(chat_id: int, item: Outgoing) -> Send:
    """A row that is not stored yet."""
    # Markup is mostly empty fields, but "no content" means something.
    written = item.model_dump_json(exclude_none=item.content is not None)
    label = item.label or (item.target if isinstance(item.target, str) else None)
    return Send(id=0, chat_id=chat_id, priority=int(item.priority), item=written, label=label, ready=item)
