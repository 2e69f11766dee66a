"""Whether messages arrive in a chat: the clinic is told when it changes, and once more where it did not hear."""

from collections.abc import Awaitable, Callable
from typing import Any

from aiogram import BaseMiddleware
from aiogram.types import TelegramObject

from api_client import ClinicClientError, NotFound
from bot.dialogue.desk import Talk


async def tell_reach(talk: Talk, *, reachable: bool) -> None:
    """Never fails. Where the clinic does not answer a block is found out by its next message, too; the end of one by
    the patient's next words."""
    try:
        await talk.calls.set_reach(reachable=reachable)
    except NotFound:
        talk.memory.reach_untold = False  # somebody of whom the clinic knows nothing
    except ClinicClientError:
        talk.memory.reach_untold = reachable
    else:
        talk.memory.reach_untold = False


class TellReach(BaseMiddleware):
    """Whoever writes or taps is reached."""

    async def __call__(
        self,
        handler: Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]],
        event: TelegramObject,
        data: dict[str, Any],
    ) -> Any:
        talk: Talk = data["talk"]
        if talk.memory.reach_untold:
            await tell_reach(talk, reachable=True)
        return await handler(event, data)
