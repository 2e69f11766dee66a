"""Calls of and about managers: who they are, their invitations, and whom they look for."""

from api_client.sender import Sender
from contracts.found import FoundPeople
from contracts.managers import ClaimManager, Invite, InviteRequest, Manager, Managers


class ManagerCalls:
    """Part of the client; see `api_client.client`."""

    def __init__(self, sender: Sender) -> None:
        self._send = sender

    async def find_people(self, text: str, *, branch_id: int | None = None, limit: int | None = None) -> FoundPeople:
        """By beginnings of a name's words, or the last digits of a phone; with their coming visits. For staff.

        With a branch, only who has had a visit there. Raises Forbidden, Invalid.
        """
        query = {"q": text, "branch_id": branch_id, "limit": limit}
        return await self._send.get("people/found", FoundPeople, query)

    async def managers(self) -> tuple[Manager, ...]:
        """Those in office. For the clinic's staff. Raises Forbidden."""
        return (await self._send.get("managers", Managers)).managers

    async def invite_manager(self, request: InviteRequest) -> Invite:
        """A claim code for somebody, shown once. For a token of the role `console`. Raises Forbidden, Invalid."""
        return await self._send.post("managers/invites", Invite, request)

    async def claim_manager(self, request: ClaimManager) -> Manager:
        """Become a manager with a code; repeating it with the same code answers the same. For the bot.

        Raises NotFound for an unknown code, InviteOver for one that was used or has expired, QuotaExceeded.
        """
        return await self._send.settle("POST", "managers/claim", Manager, request)

    async def revoke_manager(self, manager_id: int) -> Manager:
        """Out of office. For a token of the role `console`. Raises Forbidden, NotFound."""
        return await self._send.settle("POST", f"managers/{manager_id}/revoke", Manager)
