"""Which branches somebody in a room works on."""

from bot.managers.manager import Manager
from bot.storage.rooms import Room


def branches_of(manager: Manager, room: Room) -> tuple[int | None, ...]:
    """The room's branch; in the room of all branches the manager's own ones. (None,): all of them."""
    if room.branch_id is not None or manager.branch_ids is None:
        return (room.branch_id,)
    return tuple(sorted(manager.branch_ids))
