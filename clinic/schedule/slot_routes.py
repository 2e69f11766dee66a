"""What is free, over HTTP: slots, the nearest of them, and the days that have any."""

from collections.abc import Awaitable, Callable
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Response

from clinic.platform.clock import Clock
from clinic.platform.http.answers import answer
from clinic.platform.http.caller import Authenticate, Caller
from clinic.platform.http.params import DayOrMoment, FromQuery, PersonIdQuery, ScheduleIdQuery, ToQuery
from clinic.platform.http.routing import api_router
from clinic.schedule import present
from clinic.schedule.asking import Wanted, Window
from clinic.schedule.availability import MOST_DAYS, Availability
from clinic.schedule.domain.visitor import Visitor
from clinic.schedule.engine.grid import WHOLE_DAY, Span
from clinic.schedule.engine.minutes import to_minute
from clinic.schedule.routes import SpecialtyQuery
from clinic.schedule.slot_id import SlotIds
from contracts.schedule import Gender, PartOfDay, SlotDay, SlotDays, Slots

PARTS: dict[PartOfDay | None, Span] = {
    None: WHOLE_DAY,
    PartOfDay.MORNING: (0, 12 * 60),
    PartOfDay.AFTERNOON: (12 * 60, 17 * 60),
    PartOfDay.EVENING: (17 * 60, 24 * 60),
}
LanguageQuery = Annotated[str | None, Query(pattern=r"^[a-z]{2}$", examples=["en"])]
FindVisitor = Callable[[int, str | None], Awaitable[Visitor]]
"""A person by number, of the caller's account (None: staff). Raises NotFound."""
FOR_VISITOR = """`client_id`: who is going to visit. Doctors who do not see that person's age on the visit's day are
left out; without a birth date a child counts as a child, anybody else as an adult. `gender` and `language` (ISO 639-1)
are the doctor's: only those known to be so are found."""


def slot_routes(
    availability: Availability, ids: SlotIds, clock: Clock, authenticate: Authenticate, find_visitor: FindVisitor
) -> APIRouter:
    """For any token; a patient's call names only people of its account."""
    router = api_router("/slots", "slots")

    async def wanted(
        caller: Annotated[Caller, Depends(authenticate)],
        specialty: SpecialtyQuery = None,
        doctor_id: ScheduleIdQuery = None,
        branch_id: ScheduleIdQuery = None,
        visit_type_id: ScheduleIdQuery = None,
        gender: Gender | None = None,
        language: LanguageQuery = None,
        client_id: PersonIdQuery = None,
    ) -> Wanted:
        visitor = None if client_id is None else await find_visitor(client_id, caller.account)
        return Wanted(specialty, doctor_id, branch_id, visit_type_id, gender, language, visitor)

    async def free(asked: Wanted, window: Window, limit: int) -> Response:
        found = await availability.free(asked, window, limit)
        return answer(present.slots(found, ids, to_minute(clock())))

    @router.get("", response_model=Slots, summary="Free slots, soonest first", description=FOR_VISITOR)
    async def free_slots(
        asked: Annotated[Wanted, Depends(wanted)],
        from_: FromQuery = None,
        to: ToQuery = None,
        part_of_day: PartOfDay | None = None,
        limit: Annotated[int, Query(ge=1, le=500)] = 50,
    ) -> Response:
        return await free(asked, Window(from_, to, PARTS[part_of_day]), limit)

    @router.get(
        "/nearest",
        response_model=Slots,
        summary="The first free slots, and why nothing earlier",
        description=FOR_VISITOR,
    )
    async def nearest(
        asked: Annotated[Wanted, Depends(wanted)],
        after: DayOrMoment | None = None,
        limit: Annotated[int, Query(ge=1, le=50)] = 5,
    ) -> Response:
        return await free(asked, Window(after), limit)

    @router.get(
        "/days",
        response_model=SlotDays,
        summary="The days that have free slots, and how many",
        description=f"Dates in each branch's own zone. A wider window is cut to {MOST_DAYS} days. {FOR_VISITOR}",
    )
    async def days(asked: Annotated[Wanted, Depends(wanted)], from_: FromQuery = None, to: ToQuery = None) -> Response:
        found = await availability.days(asked, Window(from_, to))
        return answer(SlotDays(days=tuple(SlotDay(date=day, slots=count) for day, count in found)))

    return router
