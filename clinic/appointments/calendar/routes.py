"""The calendar file over HTTP: for staff, and for the account that booked."""

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query, Response

from clinic.appointments import present
from clinic.appointments.calendar.file import calendar_file
from clinic.appointments.counter import Counter
from clinic.appointments.read import find
from clinic.platform.http.caller import Authenticate, Caller
from clinic.platform.http.params import IdPath
from clinic.platform.http.routing import api_router
from clinic.platform.texts import Language
from clinic.schedule.current import CurrentSchedule

ICS: dict[int | str, dict[str, Any]] = {
    200: {"content": {"text/calendar": {}}, "description": "One event; a later file of the appointment replaces it"}
}


def calendar_routes(counter: Counter, current: CurrentSchedule, authenticate: Authenticate) -> APIRouter:
    """Registered before the appointment's own route, whose address would match this one's, too."""
    router = api_router("/appointments", "appointments")

    @router.get(
        "/{appointment_id}.ics",
        response_class=Response,
        responses=ICS,
        summary="An appointment as a calendar file",
    )
    async def calendar(
        appointment_id: IdPath,
        caller: Annotated[Caller, Depends(authenticate)],
        lang: Annotated[Language, Query(description="the file's language")] = "ru",
    ) -> Response:
        async with counter.database.reading() as connection:
            row = await find(connection, appointment_id, caller.account)
        branch = (await current.newest()).schedule.branches[row["branch_id"]]
        now = counter.clock()
        content = calendar_file(row, present.status(row, now), branch, lang, now)
        name = f'attachment; filename="appointment-{appointment_id}.ics"'
        return Response(content, media_type="text/calendar", headers={"Content-Disposition": name})

    return router
