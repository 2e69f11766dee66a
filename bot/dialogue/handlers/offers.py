"""The buttons under an offer. An old one shows how the offer stands."""

from aiogram import Router
from aiogram.types import CallbackQuery

from api_client import NotFound
from bot.dialogue.desk import Talk
from bot.dialogue.offer_callbacks import RefuseOffer, ShowOffer, TakeOffered
from bot.dialogue.screens.cards import card_of
from bot.dialogue.screens.offers import heading_of, offer_screen
from bot.dialogue.use_cases import offered
from bot.dialogue.use_cases.extras import send_extras
from bot.dialogue.views import notices
from contracts.offers import Offer


async def take(_query: CallbackQuery, callback_data: TakeOffered, talk: Talk) -> None:
    """The visit's card, and what goes with it; the same card again for a repeated tap."""
    try:
        before = await talk.calls.offer(callback_data.offer)
    except NotFound:
        talk.out.replace(notices.notice(talk.texts, "offer-unknown"))
        return
    outcome = await offered.accept(talk, callback_data.offer, callback_data.hold)
    if isinstance(outcome, Offer):
        talk.out.note = talk.texts.say("offer-over-note")
        talk.out.replace(await offer_screen(talk, outcome))
        return
    talk.out.replace(await card_of(talk, outcome, heading=heading_of(before)))
    if before.accepted_id is None:
        await send_extras(talk, outcome)


async def refuse(_query: CallbackQuery, callback_data: RefuseOffer, talk: Talk) -> None:
    try:
        offer = await offered.refuse(talk, callback_data.offer)
    except NotFound:
        talk.out.replace(notices.notice(talk.texts, "offer-unknown"))
        return
    talk.out.replace(await offer_screen(talk, offer))


async def show(_query: CallbackQuery, callback_data: ShowOffer, talk: Talk) -> None:
    try:
        talk.out.replace(await offer_screen(talk, await talk.calls.offer(callback_data.offer)))
    except NotFound:
        talk.out.replace(notices.notice(talk.texts, "offer-unknown"))


def router() -> Router:
    made = Router(name="offers")
    made.callback_query.register(take, TakeOffered.filter())
    made.callback_query.register(refuse, RefuseOffer.filter())
    made.callback_query.register(show, ShowOffer.filter())
    return made
