"""Calls about tickets."""

from api_client.sender import Sender
from contracts.tickets import (
    HandOver,
    NewComment,
    NewTicket,
    Opening,
    TicketDetails,
    TicketGiveBack,
    TicketPage,
    TicketStatus,
    TicketStatusRequest,
    TicketTake,
)


class TicketCalls:
    """Part of the client; see `api_client.client`."""

    def __init__(self, sender: Sender) -> None:
        self._send = sender

    async def open_ticket(self, new: NewTicket) -> TicketDetails:
        """Write to the clinic on behalf of an account, or as staff to one. With a key it may be repeated.

        Raises ConsentRequired, QuotaExceeded, Invalid.
        """
        if new.key is None:
            return await self._send.post("tickets", TicketDetails, new)
        return await self._send.settle("POST", "tickets", TicketDetails, new)

    async def ticket(self, ticket_id: int, *, version: int | None = None) -> TicketDetails:
        """With what was written; not older than `version`. Raises NotFound, for somebody else's too."""
        return await self._send.get(f"tickets/{ticket_id}", TicketDetails, {"version": version})

    async def tickets(
        self,
        *,
        status: TicketStatus | None = None,
        branch_id: int | None = None,
        human_owned: bool | None = None,
        page: int | None = None,
        size: int | None = None,
    ) -> TicketPage:
        """The newest change first, `page` counts from 1: all of them for staff, an account's own on its behalf."""
        wanted = {"status": status, "branch_id": branch_id, "human_owned": human_owned, "page": page, "size": size}
        return await self._send.get("tickets", TicketPage, wanted)

    async def comment_on_ticket(
        self,
        ticket_id: int,
        text: str,
        *,
        by: str | None = None,
        hand_over: HandOver | None = None,
        key: str | None = None,
    ) -> TicketDetails:
        """The ticket that has the words now: for a patient's words to a closed one, the one that continues it.

        With a key it may be repeated. Raises NotFound, WrongTransition, QuotaExceeded, Invalid.
        """
        path, comment = f"tickets/{ticket_id}/comments", NewComment(text=text, by=by, hand_over=hand_over, key=key)
        if key is None:
            return await self._send.post(path, TicketDetails, comment)
        return await self._send.settle("POST", path, TicketDetails, comment)

    async def set_ticket_status(self, ticket_id: int, status: TicketStatus, *, by: str | None = None) -> TicketDetails:
        """A patient may only close. Raises NotFound, WrongTransition, Forbidden."""
        request = TicketStatusRequest(status=status, by=by)
        return await self._send.post(f"tickets/{ticket_id}/status", TicketDetails, request)

    async def take_ticket(self, ticket_id: int, *, by: str) -> TicketDetails:
        """For staff. Raises NotFound, WrongTransition, Taken (`details["by"]`)."""
        return await self._send.settle("POST", f"tickets/{ticket_id}/take", TicketDetails, TicketTake(by=by))

    async def give_back_ticket(self, ticket_id: int, *, by: str | None = None) -> TicketDetails:
        """The assistant has the conversation again. Raises NotFound, WrongTransition."""
        return await self._send.settle("POST", f"tickets/{ticket_id}/give-back", TicketDetails, TicketGiveBack(by=by))

    async def opening(self, *, branch_id: int | None = None) -> Opening:
        """The hours that run now, or the next ones, of a branch or of whichever opens first. Raises NotFound."""
        return await self._send.get("opening", Opening, {"branch_id": branch_id})
