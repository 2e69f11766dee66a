"""What became of a visit, over HTTP: for staff."""

from typing import Annotated

from fastapi import APIRouter, Depends, Response

from clinic.appointments.domain.states import State
from clinic.appointments.use_cases import Appointments
from clinic.platform.http.answers import answer
from clinic.platform.http.caller import Authenticate, Caller, staff_only
from clinic.platform.http.params import IdPath
from clinic.platform.http.routing import api_router
from contracts.appointments import Appointment


def mark_routes(appointments: Appointments, authenticate: Authenticate) -> APIRouter:
    """Arrived, seen, not come; and back, for some minutes."""
    router = api_router("/appointments", "appointments")

    async def staff(caller: Annotated[Caller, Depends(authenticate)]) -> None:
        staff_only(caller)

    only_staff = [Depends(staff)]

    @router.post(
        "/{appointment_id}/arrive", response_model=Appointment, summary="The patient is here", dependencies=only_staff
    )
    async def arrive(appointment_id: IdPath) -> Response:
        return answer(await appointments.mark(appointment_id, State.ARRIVED))

    @router.post(
        "/{appointment_id}/complete", response_model=Appointment, summary="The visit is over", dependencies=only_staff
    )
    async def complete(appointment_id: IdPath) -> Response:
        return answer(await appointments.mark(appointment_id, State.COMPLETED))

    @router.post(
        "/{appointment_id}/no-show",
        response_model=Appointment,
        summary="The patient did not come",
        dependencies=only_staff,
    )
    async def no_show(appointment_id: IdPath) -> Response:
        return answer(await appointments.mark(appointment_id, State.NO_SHOW))

    @router.post(
        "/{appointment_id}/came",
        response_model=Appointment,
        summary="Marked afterwards: the patient came",
        dependencies=only_staff,
    )
    async def came(appointment_id: IdPath) -> Response:
        return answer(await appointments.came(appointment_id))

    @router.post(
        "/{appointment_id}/unmark",
        response_model=Appointment,
        summary="Take back completed or no-show, for some minutes",
        dependencies=only_staff,
    )
    async def unmark(appointment_id: IdPath) -> Response:
        return answer(await appointments.unmark(appointment_id))

    return router
