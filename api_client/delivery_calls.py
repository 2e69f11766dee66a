"""Calls with which the bot takes and acknowledges what people must be told. They need a token of the role `bot`."""

from api_client.sender import Sender
from contracts.deliveries import AckRequest, ClaimRequest, Deliveries, Delivery, DeliveryOutcome, DeliveryState


class DeliveryCalls:
    """Part of the client; see `api_client.client`."""

    def __init__(self, sender: Sender) -> None:
        self._send = sender

    async def claim_deliveries(self, *, limit: int = 20, lease_seconds: int = 60) -> tuple[Delivery, ...]:
        """What is due, the most urgent first; nobody else gets these until the lease runs out.

        Never repeated by itself: what a lost answer has claimed comes back after the lease. Raises Forbidden.
        """
        asked = ClaimRequest(limit=limit, lease_seconds=lease_seconds)
        return (await self._send.post("deliveries/claim", Deliveries, asked)).deliveries

    async def ack_delivery(
        self, delivery_id: int, lease: str, outcome: DeliveryOutcome, *, detail: str | None = None
    ) -> DeliveryState:
        """Say what became of a claimed delivery. The same outcome again does no harm, so a failed call is repeated.

        Raises LeaseLost if somebody else has taken it, WrongTransition if it ended otherwise, NotFound.
        """
        asked = AckRequest(lease=lease, outcome=outcome, detail=detail)
        return await self._send.settle("POST", f"deliveries/{delivery_id}/ack", DeliveryState, asked)
