"""Calls about applications: what patients asked for, and what the clinic decided."""

from collections.abc import Sequence
from typing import Literal

from pydantic import BaseModel

from api_client.sender import Sender
from contracts.applications import (
    Application,
    ApplicationCreated,
    ApplicationPage,
    ApplicationStatus,
    ApproveAllRequest,
    ApprovedAll,
    ApproveRequest,
    CounterOfferRequest,
    DeclineRequest,
    NewApplication,
    NextRequest,
    TakeRequest,
)


class ApplicationCalls:
    """Part of the client; see `api_client.client`. `by` is the manager who acts, as the clinic writes it."""

    def __init__(self, sender: Sender) -> None:
        self._send = sender

    async def apply(self, request: NewApplication) -> ApplicationCreated:
        """Ask for a visit in words. Never repeated by itself. Raises QuotaExceeded, ConsentRequired, Invalid."""
        return await self._send.post("applications", ApplicationCreated, request)

    async def applications(
        self,
        *,
        user_name: str | None = None,
        status: ApplicationStatus | None = None,
        branch_id: int | None = None,
        awaits: Literal["manager", "patient"] | None = None,
        appointment_id: int | None = None,
        order: Literal["newest", "deadline"] | None = None,
        page: int | None = None,
        size: int | None = None,
    ) -> ApplicationPage:
        """One page, `page` counts from 1: all of them for staff, an account's own on its behalf."""
        query = {
            "user_name": user_name,
            "status": status,
            "branch_id": branch_id,
            "awaits": awaits,
            "appointment_id": appointment_id,
            "order": order,
            "page": page,
            "size": size,
        }
        return await self._send.get("applications", ApplicationPage, query)

    async def application(self, application_id: int) -> Application:
        """Raises NotFound, for somebody else's too."""
        return await self._send.get(f"applications/{application_id}", Application)

    async def take_application(self, application_id: int, *, by: str) -> Application:
        """Its card is in somebody's hands. Raises NotFound, Decided, Taken."""
        return await self._decide(application_id, "take", TakeRequest(by=by))

    async def release_application(self, application_id: int, *, by: str) -> Application:
        """Back to the queue; repeating it does no harm. Raises NotFound, Decided, Taken."""
        return await self._decide(application_id, "release", TakeRequest(by=by))

    async def next_application(self, *, by: str, branch_id: int | None = None) -> Application:
        """The undecided one with the nearest deadline that nobody has taken, taken for `by`. Raises NotFound: none."""
        return await self._send.post("applications/next", Application, NextRequest(by=by, branch_id=branch_id))

    async def approve_application(self, application_id: int, *, by: str, version: int | None = None) -> Application:
        """With `version`, what changed since it was read is refused. Raises NotFound, Decided, Conflict."""
        return await self._decide(application_id, "approve", ApproveRequest(by=by, version=version))

    async def decline_application(self, application_id: int, *, by: str, reason: str) -> Application:
        """The patient reads the reason, and gets other times if there are any. Raises NotFound, Decided."""
        return await self._decide(application_id, "decline", DeclineRequest(by=by, reason=reason))

    async def counter_offer(self, application_id: int, *, by: str, slot_ids: Sequence[str]) -> Application:
        """Offer one to three other times, which are held. Raises NotFound, Decided, NoAccount, SlotTaken, Invalid."""
        return await self._decide(application_id, "counter-offer", CounterOfferRequest(by=by, slot_ids=tuple(slot_ids)))

    async def undo_approval(self, application_id: int, *, by: str) -> Application:
        """Take an approval of one's own back, within minutes. Raises NotFound, Conflict."""
        return await self._decide(application_id, "undo", TakeRequest(by=by))

    async def approve_all(self, *, by: str, branch_id: int | None = None) -> ApprovedAll:
        """Approve all that await a manager and have no conflict; what is left is named. Never repeated by itself."""
        body = ApproveAllRequest(by=by, branch_id=branch_id)
        return await self._send.post("applications/approve-all", ApprovedAll, body)

    async def withdraw_application(self, application_id: int) -> Application:
        """The patient wants it no more; for the account. Raises NotFound, Decided, Conflict."""
        return await self._decide(application_id, "withdraw", None)

    async def _decide(self, application_id: int, step: str, body: BaseModel | None) -> Application:
        return await self._send.settle("POST", f"applications/{application_id}/{step}", Application, body)
