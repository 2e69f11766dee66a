"""Applications over HTTP: whose hands a card is in."""

from typing import Annotated

from fastapi import APIRouter, Body, Depends, Response

from clinic.applications import examples, present
from clinic.applications.read import find
from clinic.applications.use_cases import Applications
from clinic.platform.http.answers import answer
from clinic.platform.http.caller import Authenticate, Caller, staff_only
from clinic.platform.http.params import IdPath
from clinic.platform.http.routing import api_router
from contracts.applications import Application, NextRequest, TakeRequest

Taking = Annotated[TakeRequest, Body(openapi_examples=examples.BY)]


def card_routes(applications: Applications, authenticate: Authenticate) -> APIRouter:
    """For staff."""
    router = api_router("/applications", "applications")
    counter, cards = applications.counter, applications.cards

    async def staff(caller: Annotated[Caller, Depends(authenticate)]) -> None:
        staff_only(caller)

    async def shown(application_id: int) -> Response:
        async with counter.database.snapshot() as connection:
            row = await find(connection, application_id, None)
            return answer((await present.shown(connection, [row], counter.clock()))[0])

    only_staff = [Depends(staff)]

    @router.post(
        "/next",
        dependencies=only_staff,
        response_model=Application,
        summary="Take the next one",
        description="The undecided one with the nearest deadline that nobody has taken; 404 if there is none.",
    )
    async def take_next(asked: Annotated[NextRequest, Body(openapi_examples=examples.BY)]) -> Response:
        return await shown(await cards.next(asked.by, asked.branch_id))

    @router.post(
        "/{application_id}/take",
        dependencies=only_staff,
        response_model=Application,
        summary="Take its card",
        description="It stays with the manager for some minutes; 409 `taken` with `by` and `at` if it is another's.",
    )
    async def take(application_id: IdPath, asked: Taking) -> Response:
        await cards.take(application_id, asked.by)
        return await shown(application_id)

    @router.post(
        "/{application_id}/release", dependencies=only_staff, response_model=Application, summary="Back to the queue"
    )
    async def release(application_id: IdPath, asked: Taking) -> Response:
        await cards.release(application_id, asked.by)
        return await shown(application_id)

    return router
