"""Calls about the wait-list."""

from api_client.sender import Sender
from contracts.waits import NewWait, Wait, WaitPage


class WaitCalls:
    """Part of the client; see `api_client.client`."""

    def __init__(self, sender: Sender) -> None:
        self._send = sender

    async def wait_for(self, wish: NewWait) -> Wait:
        """Stand in line, on behalf of an account; the same wish again returns the place that there is already.

        Raises QuotaExceeded, ConsentRequired, and Invalid where nobody at the clinic answers to the wish.
        """
        return await self._send.settle("POST", "waits", Wait, wish)

    async def wait(self, wait_id: int) -> Wait:
        """A place in line. Raises NotFound, for somebody else's too."""
        return await self._send.get(f"waits/{wait_id}", Wait)

    async def waits(self, *, open_: bool | None = None, page: int | None = None, size: int | None = None) -> WaitPage:
        """One page, who waits longest first: all of them for staff, an account's own on its behalf.

        `open_`: only those that have not ended, or only those that have.
        """
        return await self._send.get("waits", WaitPage, {"open": open_, "page": page, "size": size})

    async def leave_wait(self, wait_id: int) -> None:
        """Wait no more; repeating it does no harm. Raises NotFound, WrongTransition if it has ended otherwise."""
        await self._send.send("DELETE", f"waits/{wait_id}", repeatable=True)
