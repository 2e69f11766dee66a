"""What people read of a delivery, where it is written."""

import importlib

from bot.dialogue.desk import Desk
from bot.dialogue.out import Outgoing
from contracts.deliveries import Delivery

WRITTEN_IN = "bot.dialogue.news"


async def render(delivery: Delivery, desk: Desk) -> list[Outgoing] | None:
    """`desk.language` is the reader's. None: nobody has written yet what is said of this kind."""
    try:
        written = importlib.import_module(WRITTEN_IN)
    except ModuleNotFoundError:
        return None
    items: list[Outgoing] | None = await written.render(delivery, desk)
    return items
