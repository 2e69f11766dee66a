"""Call requests over HTTP."""

from typing import Annotated

from fastapi import APIRouter, Body, Depends, Query, Response

from clinic.call_requests import examples, present
from clinic.call_requests.ask import AskForCall
from clinic.call_requests.finish import FinishCallRequest
from clinic.call_requests.read import find, find_page
from clinic.platform.clock import Clock
from clinic.platform.database import Database
from clinic.platform.http.answers import answer
from clinic.platform.http.caller import Authenticate, Caller, patients_account, staff_only
from clinic.platform.http.params import IdPath
from clinic.platform.http.routing import api_router
from clinic.platform.settings import Quotas
from contracts.call_requests import (
    CallRequest,
    CallRequestDone,
    CallRequestPage,
    CallRequestStatus,
    NewCallRequest,
)


def call_request_routes(database: Database, clock: Clock, authenticate: Authenticate, quotas: Quotas) -> APIRouter:
    """Patients ask and take back, staff calls; a patient sees the account's own requests, staff all."""
    router = api_router("/call-requests", "call requests")
    ask = AskForCall(database, clock, quotas.call_requests_per_account_day)
    finish = FinishCallRequest(database, clock)

    @router.post(
        "",
        status_code=201,
        response_model=CallRequest,
        summary="Ask to be called back",
        description="For a patient. One is open at a time: asking again answers 201 with the open one, unchanged.",
    )
    async def ask_for_call(
        caller: Annotated[Caller, Depends(authenticate)],
        asked: Annotated[NewCallRequest | None, Body(openapi_examples=examples.ASK)] = None,
    ) -> Response:
        return answer(await ask(patients_account(caller), asked.topic if asked else None), 201)

    @router.get("", response_model=CallRequestPage, summary="A page of call requests, oldest first")
    async def list_requests(
        caller: Annotated[Caller, Depends(authenticate)],
        status: CallRequestStatus | None = None,
        page: Annotated[int, Query(ge=1, le=100_000)] = 1,
        size: Annotated[int, Query(ge=1, le=200)] = 50,
    ) -> Response:
        rows, total = await find_page(database, status, caller.account, page, size)
        shown = tuple(map(present.call_request, rows))
        return answer(CallRequestPage(call_requests=shown, page=page, size=size, total=total))

    @router.get("/{request_id}", response_model=CallRequest, summary="A call request, with whom to call")
    async def read(request_id: IdPath, caller: Annotated[Caller, Depends(authenticate)]) -> Response:
        async with database.reading() as connection:
            return answer(present.call_request(await find(connection, request_id, caller.account)))

    @router.post("/{request_id}/done", response_model=CallRequest, summary="The clinic has called; for staff")
    async def done(
        request_id: IdPath,
        caller: Annotated[Caller, Depends(authenticate)],
        asked: Annotated[CallRequestDone | None, Body(openapi_examples=examples.DONE)] = None,
    ) -> Response:
        staff_only(caller)
        return answer(await finish(request_id, CallRequestStatus.DONE, None, asked.by if asked else None))

    @router.post("/{request_id}/cancel", response_model=CallRequest, summary="No call is wanted any more")
    async def cancel(request_id: IdPath, caller: Annotated[Caller, Depends(authenticate)]) -> Response:
        return answer(await finish(request_id, CallRequestStatus.CANCELLED, patients_account(caller)))

    return router
