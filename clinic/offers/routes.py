"""Offers over HTTP: the account that got one reads, accepts and refuses; staff may do so for it on the telephone."""

from typing import Annotated

from fastapi import APIRouter, Body, Depends, Response

from clinic.appointments.counter import Counter
from clinic.offers import present
from clinic.offers.accept import AcceptOffer
from clinic.offers.close import CloseOffer
from clinic.offers.domain import Status
from clinic.offers.read import OFFER, find_offer, times_of
from clinic.offers.tables import offers
from clinic.people.tables import accounts
from clinic.platform.http.answers import answer
from clinic.platform.http.caller import Authenticate, Caller, patients_account
from clinic.platform.http.params import IdPath
from clinic.platform.http.routing import api_router
from contracts.appointments import Appointment
from contracts.offers import AcceptRequest, Offer, Offers

MOST_OPEN = 50


def offer_routes(counter: Counter, accept: AcceptOffer, close: CloseOffer, authenticate: Authenticate) -> APIRouter:
    """For staff, and for the account that the offer was made to."""
    router = api_router("/offers", "offers")

    @router.get("", response_model=Offers, summary="The account's open offers, newest first")
    async def list_open(caller: Annotated[Caller, Depends(authenticate)]) -> Response:
        mine = accounts.c.external == patients_account(caller)
        chosen = OFFER.where(mine, offers.c.status == Status.OPEN.value).order_by(offers.c.offer_id.desc())
        async with counter.database.snapshot() as connection:
            rows = (await connection.execute(chosen.limit(MOST_OPEN))).mappings().all()
            now = counter.clock()
            shown = [present.offer(row, await times_of(connection, row["offer_id"]), now) for row in rows]
        return answer(Offers(offers=tuple(shown)))

    @router.get("/{offer_id}", response_model=Offer, summary="An offer with its times")
    async def read(offer_id: IdPath, caller: Annotated[Caller, Depends(authenticate)]) -> Response:
        async with counter.database.snapshot() as connection:
            row = await find_offer(connection, offer_id, caller.account)
            times = await times_of(connection, offer_id)
        return answer(present.offer(row, times, counter.clock()))

    @router.post(
        "/{offer_id}/accept",
        response_model=Appointment,
        summary="Take one of the times",
        description="The same time again answers the appointment as it stands; 409 `offer_over`, `not_offered`.",
    )
    async def take(
        offer_id: IdPath,
        asked: Annotated[AcceptRequest, Body()],
        caller: Annotated[Caller, Depends(authenticate)],
    ) -> Response:
        return answer(await accept(offer_id, asked.hold_id, caller.account))

    @router.post("/{offer_id}/refuse", response_model=Offer, summary="None of the times: they go back to all")
    async def refuse(offer_id: IdPath, caller: Annotated[Caller, Depends(authenticate)]) -> Response:
        await close(offer_id, Status.REFUSED, caller.account)
        return await read(offer_id, caller)

    return router
