"""Finding people over HTTP."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query, Response

from clinic.people.find import FindPeople
from clinic.platform.clock import Clock
from clinic.platform.database import Database
from clinic.platform.http.answers import answer
from clinic.platform.http.caller import Authenticate, Caller, staff_only
from clinic.platform.http.params import ScheduleIdQuery
from clinic.platform.http.routing import api_router
from contracts.fields import Text255
from contracts.found import FoundPeople


def find_routes(database: Database, clock: Clock, authenticate: Authenticate) -> APIRouter:
    router = api_router("/people", "people")
    find = FindPeople(database, clock)

    @router.get(
        "/found",
        response_model=FoundPeople,
        summary="People by name or phone, with their coming visits; for staff",
        description="`q`: the beginnings of words of a name, or at least three last digits of a phone.",
    )
    async def found(
        caller: Annotated[Caller, Depends(authenticate)],
        q: Annotated[Text255, Query(min_length=1)],
        branch_id: ScheduleIdQuery = None,
        limit: Annotated[int, Query(ge=1, le=50)] = 10,
    ) -> Response:
        staff_only(caller)
        return answer(await find(q, branch_id, limit))

    return router
