"""Applications over HTTP: decided, by the clinic's people."""

from typing import Annotated

from fastapi import APIRouter, Body, Depends, Response

from clinic.applications import examples, present
from clinic.applications.read import find
from clinic.applications.use_cases import Applications
from clinic.platform.http.answers import answer
from clinic.platform.http.caller import Authenticate, Caller, staff_only
from clinic.platform.http.params import IdPath
from clinic.platform.http.routing import api_router
from contracts.applications import (
    Application,
    ApproveAllRequest,
    ApprovedAll,
    ApproveRequest,
    CounterOfferRequest,
    DeclineRequest,
    TakeRequest,
)

ONCE = "Deciding twice: 409 `decided` with `status`, `by`, `at`; the same manager's same decision answers as it stands."
Taking = Annotated[TakeRequest, Body(openapi_examples=examples.BY)]


def desk_routes(applications: Applications, authenticate: Authenticate) -> APIRouter:
    """For staff."""
    router = api_router("/applications", "applications")
    counter = applications.counter

    async def staff(caller: Annotated[Caller, Depends(authenticate)]) -> None:
        staff_only(caller)

    async def shown(application_id: int) -> Response:
        async with counter.database.snapshot() as connection:
            row = await find(connection, application_id, None)
            return answer((await present.shown(connection, [row], counter.clock()))[0])

    only_staff = [Depends(staff)]

    @router.post(
        "/approve-all",
        dependencies=only_staff,
        response_model=ApprovedAll,
        summary="Approve all without conflicts",
        description="Those that are in nobody else's hands and whose visit has not begun; 200 at once.",
    )
    async def approve_all(asked: Annotated[ApproveAllRequest, Body(openapi_examples=examples.BY)]) -> Response:
        return answer(await applications.approve_all(asked.by, asked.branch_id))

    @router.post(
        "/{application_id}/approve",
        dependencies=only_staff,
        response_model=Application,
        summary="Confirm the visit",
        description=ONCE,
    )
    async def approve(
        application_id: IdPath, asked: Annotated[ApproveRequest, Body(openapi_examples=examples.BY)]
    ) -> Response:
        await applications.approve(application_id, asked.by, asked.version)
        return await shown(application_id)

    @router.post(
        "/{application_id}/decline",
        dependencies=only_staff,
        response_model=Application,
        summary="Say no, and why; other times are offered",
        description=ONCE,
    )
    async def decline(
        application_id: IdPath, asked: Annotated[DeclineRequest, Body(openapi_examples=examples.DECLINE)]
    ) -> Response:
        await applications.decline(application_id, asked.by, asked.reason)
        return await shown(application_id)

    @router.post(
        "/{application_id}/counter-offer",
        dependencies=only_staff,
        response_model=Application,
        summary="Offer other times, which are held",
        description=f"{ONCE} 409 `no_account` for somebody who has no account to be told by.",
    )
    async def counter_offer(
        application_id: IdPath, asked: Annotated[CounterOfferRequest, Body(openapi_examples=examples.COUNTER_OFFER)]
    ) -> Response:
        await applications.counter_offer(application_id, asked.by, asked.slot_ids)
        return await shown(application_id)

    @router.post(
        "/{application_id}/undo",
        dependencies=only_staff,
        response_model=Application,
        summary="Take an approval back",
        description="One's own, within minutes, before the visit begins: else 409 `cannot_undo`.",
    )
    async def undo(application_id: IdPath, asked: Taking) -> Response:
        await applications.undo(application_id, asked.by)
        return await shown(application_id)

    return router
