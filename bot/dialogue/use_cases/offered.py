"""Take or refuse times that the clinic holds for the patient."""

from api_client import NotOffered, OfferOver
from bot.dialogue.desk import Talk
from contracts.appointments import Appointment
from contracts.offers import Offer


async def accept(talk: Talk, offer_id: int, hold_id: int) -> Appointment | Offer:
    """The visit; the offer as it stands if it cannot be had any more. Raises ClinicClientError."""
    try:
        return await talk.calls.accept_offer(offer_id, hold_id)
    except (OfferOver, NotOffered):
        return await talk.calls.offer(offer_id)


async def refuse(talk: Talk, offer_id: int) -> Offer:
    """As it stands then: refused, or what it had become before. Raises ClinicClientError."""
    try:
        return await talk.calls.refuse_offer(offer_id)
    except OfferOver:
        return await talk.calls.offer(offer_id)
