"""Calls about offers: times that the clinic holds for a person."""

from api_client.sender import Sender
from contracts.appointments import Appointment
from contracts.offers import AcceptRequest, Offer, Offers


class OfferCalls:
    """Part of the client; see `api_client.client`."""

    def __init__(self, sender: Sender) -> None:
        self._send = sender

    async def open_offers(self) -> Offers:
        """An account's open offers, newest first; on its behalf."""
        return await self._send.get("offers", Offers)

    async def offer(self, offer_id: int) -> Offer:
        """An offer with its times. Raises NotFound, for somebody else's too."""
        return await self._send.get(f"offers/{offer_id}", Offer)

    async def accept_offer(self, offer_id: int, hold_id: int) -> Appointment:
        """Take one of the times; repeating it returns the same visit. Raises NotFound, OfferOver, NotOffered."""
        return await self._send.settle("POST", f"offers/{offer_id}/accept", Appointment, AcceptRequest(hold_id=hold_id))

    async def refuse_offer(self, offer_id: int) -> Offer:
        """None of the times; repeating it does no harm. Raises NotFound, OfferOver."""
        return await self._send.settle("POST", f"offers/{offer_id}/refuse", Offer)
