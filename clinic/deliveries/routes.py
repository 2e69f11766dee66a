"""Deliveries over HTTP: for the bot, which tells people."""

from typing import Annotated

from fastapi import APIRouter, Body, Depends, Response

from clinic.deliveries import examples
from clinic.deliveries.acknowledge import Acknowledge, OnUnreachable
from clinic.deliveries.claim import Claim
from clinic.platform.clock import Clock
from clinic.platform.database import Database
from clinic.platform.http.answers import answer
from clinic.platform.http.caller import Authenticate, Caller, bot_only
from clinic.platform.http.params import IdPath
from clinic.platform.http.routing import api_router
from contracts.deliveries import AckRequest, ClaimRequest, Deliveries, DeliveryState


def delivery_routes(
    database: Database, clock: Clock, authenticate: Authenticate, on_unreachable: OnUnreachable
) -> APIRouter:
    """For a token of the role `bot`, without a patient's identity."""
    router = api_router("/deliveries", "deliveries")
    claim, acknowledge = Claim(database, clock), Acknowledge(database, clock, on_unreachable)

    @router.post("/claim", response_model=Deliveries, summary="Take what is due, with a lease")
    async def take(
        asked: Annotated[ClaimRequest, Body(openapi_examples=examples.CLAIM)],
        caller: Annotated[Caller, Depends(authenticate)],
    ) -> Response:
        bot_only(caller)
        return answer(Deliveries.model_construct(deliveries=tuple(await claim(asked))))

    @router.post(
        "/{delivery_id}/ack",
        response_model=DeliveryState,
        summary="Say what became of it",
        description="The same outcome again changes nothing; 409 `lease_lost` if somebody else has taken it since.",
    )
    async def ack(
        delivery_id: IdPath,
        asked: Annotated[AckRequest, Body(openapi_examples=examples.ACK)],
        caller: Annotated[Caller, Depends(authenticate)],
    ) -> Response:
        bot_only(caller)
        return answer(await acknowledge(delivery_id, asked))

    return router
