"""The visits that nobody has marked, of the branches that somebody in a room works on."""

import asyncio

from api_client import ClinicClient
from bot.managers.manager import Manager
from bot.managers.scope import branches_of
from bot.storage.rooms import Room
from contracts.appointments import Appointment

MOST = 200


async def unmarked(clinic: ClinicClient, branches: tuple[int | None, ...]) -> list[Appointment]:
    """Oldest first, at most 200 of a branch. Raises ClinicClientError."""
    pages = await asyncio.gather(
        *(clinic.appointments(branch_id=branch, unmarked=True, size=MOST) for branch in branches)
    )
    found = [visit for page in pages for visit in page.appointments]
    return sorted(found, key=lambda visit: (visit.start_time, visit.id))


def scope(manager: Manager, room: Room, branch: int) -> tuple[int | None, ...]:
    """One branch if the list is that branch's, else all of the room that are the manager's."""
    mine = branches_of(manager, room)
    return (branch,) if branch and (branch in mine or mine == (None,)) else mine
