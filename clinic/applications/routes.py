"""Applications over HTTP: made and read."""

from typing import Annotated, Literal

from fastapi import APIRouter, Body, Depends, Query, Response

from clinic.applications import examples, present
from clinic.applications.read import Filter, find, find_page
from clinic.applications.use_cases import Applications
from clinic.platform.http.answers import answer
from clinic.platform.http.caller import Authenticate, Caller
from clinic.platform.http.params import IdPath, PersonIdQuery, ScheduleIdQuery
from clinic.platform.http.routing import api_router
from contracts.applications import (
    Application,
    ApplicationCreated,
    ApplicationPage,
    ApplicationStatus,
    NewApplication,
)
from contracts.fields import Text255

NameQuery = Annotated[Text255 | None, Query(description="Exact, but for case; empty: everybody")]


def application_routes(applications: Applications, authenticate: Authenticate) -> APIRouter:
    """Make, read, withdraw: for staff, and for an account its own."""
    router = api_router("/applications", "applications")
    database, clock = applications.counter.database, applications.counter.clock

    @router.post("", status_code=201, response_model=ApplicationCreated, summary="Ask for a visit in words")
    async def ask(
        asked: Annotated[NewApplication, Body(openapi_examples=examples.NEW)],
        caller: Annotated[Caller, Depends(authenticate)],
    ) -> Response:
        return answer(ApplicationCreated(id=await applications.create(asked, caller.account)), 201)

    @router.get(
        "",
        response_model=ApplicationPage,
        summary="A page of applications",
        description="Newest first; with `order=deadline` those first that have to be decided first.",
    )
    async def list_applications(
        caller: Annotated[Caller, Depends(authenticate)],
        user_name: NameQuery = None,
        status: ApplicationStatus | None = None,
        branch_id: ScheduleIdQuery = None,
        awaits: Literal["manager", "patient"] | None = None,
        appointment_id: PersonIdQuery = None,
        order: Literal["newest", "deadline"] = "newest",
        page: Annotated[int, Query(ge=1, le=100_000)] = 1,
        size: Annotated[int, Query(ge=1, le=200)] = 10,
    ) -> Response:
        wanted = Filter(user_name or None, status, branch_id, awaits, appointment_id, caller.account)
        async with database.snapshot() as connection:
            rows, total = await find_page(connection, wanted, page, size, by_deadline=order == "deadline")
            shown = await present.shown(connection, rows, clock())
        return answer(ApplicationPage(applications=tuple(shown), page=page, size=size, total=total))

    @router.get("/{application_id}", response_model=Application, summary="An application with its visit")
    async def read(application_id: IdPath, caller: Annotated[Caller, Depends(authenticate)]) -> Response:
        async with database.snapshot() as connection:
            row = await find(connection, application_id, caller.account)
            return answer((await present.shown(connection, [row], clock()))[0])

    @router.post(
        "/{application_id}/withdraw",
        response_model=Application,
        summary="The patient wants it no more",
        description="A visit that waits is cancelled, a counter-offer refused; 409 `decided` for what is over.",
    )
    async def withdraw(application_id: IdPath, caller: Annotated[Caller, Depends(authenticate)]) -> Response:
        await applications.withdraw(application_id, caller.account)
        return await read(application_id, caller)

    return router
