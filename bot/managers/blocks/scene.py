"""What the handlers of blocks share: the doctors of a room, and a doctor's zone."""

from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from aiogram import BaseMiddleware
from aiogram.types import TelegramObject

from bot.dialogue.out import Out, Outgoing, Words
from bot.dialogue.views.screen import Screen
from bot.managers.blocks.views import label_of
from bot.managers.manager import Manager
from bot.managers.office import Office
from bot.storage.rooms import Room
from contracts.schedule import Doctor


class Scene:
    """One update of a managers' group. Each may raise ClinicClientError."""

    def __init__(self, office: Office, manager: Manager, room: Room | None, out: Out) -> None:
        self.office = office
        self.manager = manager
        self.out = out
        self.now: datetime = office.desk.clock()
        self._room = room

    async def doctors(self) -> list[Doctor]:
        """Whom this manager may block from this room, by name."""
        of_room = None if self._room is None else self._room.branch_id
        return sorted(
            (
                each
                for each in await self.office.desk.directory.doctors()
                if self.manager.oversees(each.branch_id) and of_room in (None, each.branch_id)
            ),
            key=lambda each: each.full_name,
        )

    async def doctor(self, doctor_id: int) -> Doctor | None:
        return next((each for each in await self.doctors() if each.doctor_id == doctor_id), None)

    async def zone(self, doctor: Doctor) -> ZoneInfo:
        """The branch's."""
        branches = await self.office.desk.directory.branches()
        name = next((each.time_zone for each in branches if each.branch_id == doctor.branch_id), None)
        return self.office.desk.zone if name is None else ZoneInfo(name)

    def show_board(self, block_id: int, screen: Screen, *, anew: bool = False) -> None:
        """The tapped message turns into the board; answers that come later change it there."""
        words = Words(html=screen.text, markup=screen.markup)
        target = None if anew else self.out.tapped
        self.out.items.append(Outgoing(content=words, target=target, label=label_of(block_id), topic=self.out.topic))


class WithScene(BaseMiddleware):
    """An inner middleware: gives handlers `scene`."""

    async def __call__(
        self,
        handler: Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]],
        event: TelegramObject,
        data: dict[str, Any],
    ) -> Any:
        scene = Scene(data["office"], data["manager"], data["room"], data["out"])
        return await handler(event, data | {"scene": scene})
