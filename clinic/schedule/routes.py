"""Reading the schedule over HTTP: branches, specialties, doctors, visit types."""

from collections import Counter
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Response

from clinic.platform.http.answers import answer
from clinic.platform.http.caller import Authenticate
from clinic.platform.http.params import ScheduleIdQuery
from clinic.platform.http.routing import api_router
from clinic.schedule import present
from clinic.schedule.current import CurrentSchedule
from contracts.schedule import Branches, Doctors, Specialties, Specialty, VisitTypes

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
