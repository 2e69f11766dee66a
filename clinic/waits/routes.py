"""The wait-list over HTTP."""

from typing import Annotated

from fastapi import APIRouter, Body, Depends, Query, Response

from clinic.platform.database import Database
from clinic.platform.http.answers import answer
from clinic.platform.http.caller import Authenticate, Caller, patients_account
from clinic.platform.http.params import IdPath
from clinic.platform.http.routing import api_router
from clinic.waits import examples, present
from clinic.waits.join import JoinLine
from clinic.waits.leave import LeaveLine
from clinic.waits.read import find_page, find_wait
from contracts.waits import NewWait, Wait, WaitPage


def wait_routes(database: Database, join: JoinLine, leave: LeaveLine, authenticate: Authenticate) -> APIRouter:
    """Patients join and leave; a patient sees the account's own places, staff all."""
    router = api_router("/waits", "wait-list")

    @router.post(
        "",
        status_code=201,
        response_model=Wait,
        summary="Wait for a time to be freed",
        description="For a patient. What is freed is held for one person after the other, see GET /offers, kind "
        "`wait_list`. The same wish again answers 201 with the place that there is already.",
    )
    async def wait_for(
        asked: Annotated[NewWait, Body(openapi_examples=examples.JOIN)],
        caller: Annotated[Caller, Depends(authenticate)],
    ) -> Response:
        return answer(await join(patients_account(caller), asked), 201)

    @router.get("", response_model=WaitPage, summary="A page of the wait-list, who waits longest first")
    async def list_waits(
        caller: Annotated[Caller, Depends(authenticate)],
        open_: Annotated[
            bool | None, Query(alias="open", description="those that have not ended, or that have")
        ] = None,
        page: Annotated[int, Query(ge=1, le=100_000)] = 1,
        size: Annotated[int, Query(ge=1, le=200)] = 50,
    ) -> Response:
        rows, total = await find_page(database, caller.account, open_, page, size)
        return answer(WaitPage(waits=tuple(map(present.wait, rows)), page=page, size=size, total=total))

    @router.get("/{wait_id}", response_model=Wait, summary="A place on the wait-list")
    async def read(wait_id: IdPath, caller: Annotated[Caller, Depends(authenticate)]) -> Response:
        async with database.reading() as connection:
            return answer(present.wait(await find_wait(connection, wait_id, caller.account)))

    @router.delete(
        "/{wait_id}",
        status_code=204,
        response_model=None,
        summary="Wait no more",
        description="A time that is held for it goes to the next. Again: 204; 409 `wrong_transition` if it has ended.",
    )
    async def stop(wait_id: IdPath, caller: Annotated[Caller, Depends(authenticate)]) -> Response:
        await leave(wait_id, caller.account)
        return Response(status_code=204)

    return router
