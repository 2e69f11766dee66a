"""Calls about being called back."""

from api_client.sender import Sender
from contracts.call_requests import CallRequest, CallRequestDone, CallRequestPage, CallRequestStatus, NewCallRequest


class CallRequestCalls:
    """Part of the client; see `api_client.client`."""

    def __init__(self, sender: Sender) -> None:
        self._send = sender

    async def request_call(self, *, topic: str | None = None) -> CallRequest:
        """Ask to be called back, on behalf of an account; while a request is open, asking again returns it unchanged.

        Raises NoPhone, QuotaExceeded.
        """
        return await self._send.settle("POST", "call-requests", CallRequest, NewCallRequest(topic=topic))

    async def call_request(self, request_id: int) -> CallRequest:
        """With whom to call. Raises NotFound, for somebody else's too."""
        return await self._send.get(f"call-requests/{request_id}", CallRequest)

    async def call_requests(
        self, *, status: CallRequestStatus | None = None, page: int | None = None, size: int | None = None
    ) -> CallRequestPage:
        """One page, oldest first, `page` counts from 1: all of them for staff, an account's own on its behalf."""
        return await self._send.get("call-requests", CallRequestPage, {"status": status, "page": page, "size": size})

    async def finish_call_request(self, request_id: int, *, by: str | None = None) -> CallRequest:
        """The clinic has called. For the clinic's staff. Raises NotFound, Forbidden, WrongTransition."""
        return await self._send.post(f"call-requests/{request_id}/done", CallRequest, CallRequestDone(by=by))

    async def cancel_call_request(self, request_id: int) -> CallRequest:
        """No call is wanted any more; on behalf of the account that asked. Raises NotFound, WrongTransition."""
        return await self._send.post(f"call-requests/{request_id}/cancel", CallRequest)
