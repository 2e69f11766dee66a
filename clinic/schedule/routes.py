"""Reading the schedule over HTTP: branches, specialties, doctors, visit types, free slots."""

from collections import Counter
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Response

from clinic.platform.clock import Clock
from clinic.platform.http.answers import answer
from clinic.platform.http.caller import Authenticate
from clinic.platform.http.params import DayOrMoment, FromQuery, ScheduleIdQuery, ToQuery
from clinic.platform.http.routing import api_router
from clinic.schedule import present
from clinic.schedule.asking import Wanted, Window
from clinic.schedule.availability import Availability
from clinic.schedule.current import CurrentSchedule
from clinic.schedule.engine.grid import WHOLE_DAY, Span
from clinic.schedule.engine.minutes import to_minute
from clinic.schedule.slot_id import SlotIds
from contracts.schedule import Branches, Doctors, PartOfDay, Slots, Specialties, Specialty, VisitTypes

PARTS: dict[PartOfDay | None, Span] = {
    None: WHOLE_DAY,
    PartOfDay.MORNING: (0, 12 * 60),
    PartOfDay.AFTERNOON: (12 * 60, 17 * 60),
    PartOfDay.EVENING: (17 * 60, 24 * 60),
}
SpecialtyQuery = Annotated[str | None, Query(pattern=r"^[a-z][a-z0-9_]{1,39}$", examples=["ent"])]


def schedule_routes(current: CurrentSchedule, authenticate: Authenticate) -> APIRouter:
    """What the clinic has: for any token."""
    router = api_router("", "schedule")

    @router.get(
        "/branches",
        dependencies=[Depends(authenticate)],
        response_model=Branches,
        summary="Branches with address and time zone",
    )
    async def branches() -> Response:
        schedule = (await current.newest()).schedule
        return answer(Branches(branches=tuple(map(present.branch, schedule.branches.values()))))

    @router.get(
        "/specialties",
        dependencies=[Depends(authenticate)],
        response_model=Specialties,
        summary="Specialties that have a doctor",
    )
    async def specialties() -> Response:
        schedule = (await current.newest()).schedule
        count = Counter(doctor.specialty for doctor in schedule.doctors.values())
        return answer(Specialties(specialties=tuple(Specialty(code=c, doctors=n) for c, n in sorted(count.items()))))

    @router.get(
        "/doctors",
        dependencies=[Depends(authenticate)],
        response_model=Doctors,
        summary="Doctors, by specialty or branch",
    )
    async def doctors(specialty: SpecialtyQuery = None, branch_id: ScheduleIdQuery = None) -> Response:
        chosen = (await current.newest()).doctors(specialty=specialty, branch_id=branch_id)
        return answer(Doctors(doctors=tuple(map(present.doctor, chosen))))

    @router.get(
        "/visit-types",
        dependencies=[Depends(authenticate)],
        response_model=VisitTypes,
        summary="Visit types: length, price, preparation",
    )
    async def visit_types() -> Response:
        schedule = (await current.newest()).schedule
        return answer(VisitTypes(visit_types=tuple(map(present.visit_type, schedule.visit_types.values()))))

    return router


def slot_routes(availability: Availability, ids: SlotIds, clock: Clock, authenticate: Authenticate) -> APIRouter:
    """What is free: for any token."""
    router = api_router("/slots", "slots")

    async def free(wanted: Wanted, window: Window, limit: int) -> Response:
        found = await availability.free(wanted, window, limit)
        return answer(present.slots(found, ids, to_minute(clock())))

    @router.get("", dependencies=[Depends(authenticate)], response_model=Slots, summary="Free slots, soonest first")
    async def free_slots(
        specialty: SpecialtyQuery = None,
        doctor_id: ScheduleIdQuery = None,
        branch_id: ScheduleIdQuery = None,
        visit_type_id: ScheduleIdQuery = None,
        from_: FromQuery = None,
        to: ToQuery = None,
        part_of_day: PartOfDay | None = None,
        limit: Annotated[int, Query(ge=1, le=500)] = 50,
    ) -> Response:
        wanted = Wanted(specialty, doctor_id, branch_id, visit_type_id)
        return await free(wanted, Window(from_, to, PARTS[part_of_day]), limit)

    @router.get(
        "/nearest",
        dependencies=[Depends(authenticate)],
        response_model=Slots,
        summary="The first free slots, and why nothing earlier",
    )
    async def nearest(
        specialty: SpecialtyQuery = None,
        doctor_id: ScheduleIdQuery = None,
        branch_id: ScheduleIdQuery = None,
        visit_type_id: ScheduleIdQuery = None,
        after: DayOrMoment | None = None,
        limit: Annotated[int, Query(ge=1, le=50)] = 5,
    ) -> Response:
        return await free(Wanted(specialty, doctor_id, branch_id, visit_type_id), Window(after), limit)

    return router
