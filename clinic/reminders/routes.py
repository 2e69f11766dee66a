"""Who is coming, and whether messages arrive, over HTTP."""

from typing import Annotated

from fastapi import APIRouter, Body, Depends, Response

from clinic.platform.clock import Clock
from clinic.platform.database import Database
from clinic.platform.http.answers import answer
from clinic.platform.http.caller import Authenticate, Caller, patients_account
from clinic.platform.http.params import IdPath
from clinic.platform.http.routing import api_router
from clinic.reminders import examples
from clinic.reminders.coming import SayComing
from clinic.reminders.reach import SetReach
from contracts.reminders import Coming, ComingRequest, Reach, ReachRequest


def reminder_routes(database: Database, clock: Clock, authenticate: Authenticate) -> APIRouter:
    """For patients, and for staff on the telephone with them."""
    router = api_router("", "reminders")
    say, set_reach = SayComing(database, clock), SetReach(database, clock)

    @router.post(
        "/appointments/{appointment_id}/coming",
        response_model=Coming,
        summary="The patient is coming",
        description="Said again it changes nothing; 409 `changed_meanwhile` for a visit that has moved since.",
    )
    async def coming(
        appointment_id: IdPath,
        caller: Annotated[Caller, Depends(authenticate)],
        asked: Annotated[ComingRequest | None, Body(openapi_examples=examples.COMING)] = None,
    ) -> Response:
        return answer(await say(appointment_id, asked.start_time if asked else None, caller.account))

    @router.put(
        "/reach",
        response_model=Reach,
        summary="Whether messages reach the account",
        description="Its visits stay. Unreachable: their reminders become call tasks, until it is reachable again.",
    )
    async def reach(
        asked: Annotated[ReachRequest, Body(openapi_examples=examples.REACH)],
        caller: Annotated[Caller, Depends(authenticate)],
    ) -> Response:
        return answer(await set_reach(patients_account(caller), reachable=asked.reachable))

    return router
