"""Offers as screens."""

from dataclasses import replace

from api_client import NotFound
from bot.dialogue.desk import Talk
from bot.dialogue.screens.cards import card_of
from bot.dialogue.use_cases.directory import known_branches
from bot.dialogue.views import offers
from bot.dialogue.views.screen import Screen, paragraphs
from contracts.appointments import Appointment, AppointmentStatus
from contracts.offers import Offer, OfferKind, OfferStatus
from contracts.waits import WaitStatus


async def offer_screen(talk: Talk, offer: Offer) -> Screen:
    """As it stands: with its buttons while it is open, as the visit's card once accepted. Raises ClinicClientError."""
    if offer.status is OfferStatus.ACCEPTED and offer.accepted_id is not None:
        return await card_of(talk, await talk.calls.appointment(offer.accepted_id), heading=heading_of(offer))
    replaced = await talk.calls.appointment(offer.appointment_id) if offer.appointment_id is not None else None
    if replaced is not None and _stands_again(offer, replaced):
        return await card_of(talk, replaced)
    shown = offers.offer(talk.texts, offer, await known_branches(talk), talk.now, visit=replaced)
    if offer.status is OfferStatus.OPEN or offer.wait_id is None:
        return shown
    return replace(shown, text=paragraphs([shown.text, await _still_waiting(talk, offer.wait_id)]))


async def _still_waiting(talk: Talk, wait_id: int) -> str:
    """That the place in line is kept, if it is."""
    try:
        place = await talk.calls.wait(wait_id)
    except NotFound:
        return ""
    return talk.texts.html("wait-kept") if place.status is WaitStatus.WAITING else ""


def _stands_again(offer: Offer, visit: Appointment) -> bool:
    """The offer was taken back because the visit has a time without it, or is no more."""
    return offer.status is OfferStatus.WITHDRAWN and visit.status is not AppointmentStatus.NEEDS_REBOOKING


def heading_of(offer: Offer) -> str | None:
    """Of the card of the visit that came of it."""
    return "card-moved" if offer.kind is OfferKind.REBOOKING else None
