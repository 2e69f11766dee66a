"""Calls about who is coming, and whether messages reach an account."""

from datetime import datetime

from api_client.sender import Sender
from contracts.reminders import Coming, ComingRequest, Reach, ReachRequest


class ReminderCalls:
    """Part of the client; see `api_client.client`."""

    def __init__(self, sender: Sender) -> None:
        self._send = sender

    async def say_coming(self, appointment_id: int, *, start_time: datetime | None = None) -> Coming:
        """The patient is coming, to the visit at `start_time` as it was read; said again it changes nothing.

        Raises NotFound, WrongTransition unless the visit is confirmed, Conflict with the code ``changed_meanwhile`` for
        one that has moved since, or ``too_late`` for one that has begun.
        """
        asked = ComingRequest(start_time=start_time)
        return await self._send.settle("POST", f"appointments/{appointment_id}/coming", Coming, asked)

    async def set_reach(self, *, reachable: bool) -> Reach:
        """Whether messages reach the account, on its behalf. Raises NotFound for an account that does not exist."""
        return await self._send.settle("PUT", "reach", Reach, ReachRequest(reachable=reachable))
