"""In the room of all branches the cards of all stand side by side: a manager of some branches decides those only."""

from collections.abc import Awaitable, Callable
from typing import Any

from aiogram import BaseMiddleware
from aiogram.types import TelegramObject

from api_client import NotFound
from bot.managers.manager import Manager
from bot.managers.office import Office


class OwnBranch(BaseMiddleware):
    """An inner middleware for whatever names an application by `number`."""

    async def __call__(
        self,
        handler: Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]],
        event: TelegramObject,
        data: dict[str, Any],
    ) -> Any:
        manager: Manager = data["manager"]
        number = data.get("number") or getattr(data.get("callback_data"), "number", None)
        if manager.branch_ids is not None and number is not None:
            office: Office = data["office"]
            try:
                application = await office.desk.clinic.application(number)
            except NotFound:
                return await handler(event, data)
            if not manager.oversees(application.branch_id):
                data["out"].note, data["out"].alert = office.words.say("managers-not-yours"), True
                return None
        return await handler(event, data)
