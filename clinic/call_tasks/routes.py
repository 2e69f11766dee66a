"""Call tasks over HTTP: for the clinic's staff."""

from typing import Annotated

from fastapi import APIRouter, Body, Depends, Query, Response

from clinic.call_tasks import present
from clinic.call_tasks.finish import FinishCallTask
from clinic.call_tasks.read import find_page
from clinic.platform.clock import Clock
from clinic.platform.database import Database
from clinic.platform.http.answers import answer
from clinic.platform.http.caller import Authenticate, Caller, staff_only
from clinic.platform.http.params import IdPath, ScheduleIdQuery
from clinic.platform.http.routing import api_router
from contracts.call_tasks import CallTask, CallTaskDone, CallTaskPage, CallTaskStatus


def call_task_routes(database: Database, clock: Clock, authenticate: Authenticate) -> APIRouter:
    """Staff reads whom to call and says who was called."""
    router = api_router("/call-tasks", "call tasks")
    finish = FinishCallTask(database, clock)

    @router.get("", response_model=CallTaskPage, summary="A page of call tasks, the most urgent first; for staff")
    async def list_tasks(
        caller: Annotated[Caller, Depends(authenticate)],
        status: CallTaskStatus | None = None,
        branch_id: ScheduleIdQuery = None,
        page: Annotated[int, Query(ge=1, le=100_000)] = 1,
        size: Annotated[int, Query(ge=1, le=200)] = 50,
    ) -> Response:
        staff_only(caller)
        rows, total = await find_page(database, status, branch_id, page, size)
        shown = tuple(map(present.call_task, rows))
        return answer(CallTaskPage(call_tasks=shown, page=page, size=size, total=total))

    @router.post("/{task_id}/done", response_model=CallTask, summary="Somebody has called; for staff")
    async def done(
        task_id: IdPath,
        caller: Annotated[Caller, Depends(authenticate)],
        asked: Annotated[CallTaskDone | None, Body()] = None,
    ) -> Response:
        staff_only(caller)
        return answer(await finish(task_id, asked.by if asked else None))

    return router
