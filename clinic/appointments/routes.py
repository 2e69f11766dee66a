"""Holds and appointments over HTTP."""

from typing import Annotated
from zoneinfo import ZoneInfo

from fastapi import APIRouter, Body, Depends, Header, Query, Response

from clinic.appointments import examples, present
from clinic.appointments.idempotency import request_key
from clinic.appointments.read import Filter, find, find_page
from clinic.appointments.use_cases import Appointments
from clinic.platform.http.answers import answer, answer_json
from clinic.platform.http.caller import Authenticate, Caller, staff_only
from clinic.platform.http.params import (
    FromQuery,
    IdPath,
    PersonIdQuery,
    ScheduleIdQuery,
    ToQuery,
    from_moment,
    to_moment,
)
from clinic.platform.http.routing import api_router
from contracts.appointments import (
    Appointment,
    AppointmentPage,
    AppointmentRequest,
    AppointmentStatus,
    CancelRequest,
    Hold,
    HoldRequest,
    RescheduleRequest,
)

IdempotencyKey = Annotated[
    str | None,
    Header(
        alias="Idempotency-Key",
        min_length=1,
        max_length=255,
        pattern=r"^[\x21-\x7e]+$",
        description="The same key and body gives the same answer; with another body 409 idempotency_conflict.",
    ),
]


def hold_routes(appointments: Appointments, authenticate: Authenticate) -> APIRouter:
    """For staff, and for the account that holds."""
    router = api_router("/holds", "holds")

    @router.post("", status_code=201, response_model=Hold, summary="Hold an offered slot until a deadline")
    async def hold(
        asked: Annotated[HoldRequest, Body(openapi_examples=examples.HOLD)],
        caller: Annotated[Caller, Depends(authenticate)],
    ) -> Response:
        return answer(await appointments.hold(asked.slot_id, asked.client_id, caller.account), 201)

    @router.delete("/{hold_id}", status_code=204, summary="Let a hold go")
    async def release(hold_id: IdPath, caller: Annotated[Caller, Depends(authenticate)]) -> Response:
        await appointments.release(hold_id, caller.account)
        return Response(status_code=204)

    return router


def appointment_routes(appointments: Appointments, authenticate: Authenticate) -> APIRouter:
    """Book, read, cancel, move: for staff and for the account that booked."""
    router = api_router("/appointments", "appointments")
    counter = appointments.counter
    zone = ZoneInfo(counter.settings.time_zone)

    @router.post("", status_code=201, response_model=Appointment, summary="Book a time, or confirm a hold")
    async def book(
        asked: Annotated[AppointmentRequest, Body(openapi_examples=examples.BOOK)],
        caller: Annotated[Caller, Depends(authenticate)],
        idempotency_key: IdempotencyKey = None,
    ) -> Response:
        key = request_key(caller.scope, idempotency_key, asked)
        return answer_json(await appointments.book(asked, caller.account, key), 201)

    @router.get("", response_model=AppointmentPage, summary="A page of appointments, soonest first")
    async def list_appointments(
        caller: Annotated[Caller, Depends(authenticate)],
        doctor_id: ScheduleIdQuery = None,
        client_id: PersonIdQuery = None,
        branch_id: ScheduleIdQuery = None,
        from_: FromQuery = None,
        to: ToQuery = None,
        status: AppointmentStatus | None = None,
        unmarked: Annotated[bool, Query(description="only visits that are over and not marked; for staff")] = False,
        page: Annotated[int, Query(ge=1, le=100_000)] = 1,
        size: Annotated[int, Query(ge=1, le=200)] = 50,
    ) -> Response:
        now = counter.clock()
        window = from_moment(from_, zone), to_moment(to, zone)
        if unmarked:
            staff_only(caller)
        wanted = Filter(doctor_id, client_id, *window, status, now, caller.account, branch_id, unmarked)
        rows, total = await find_page(counter.database, wanted, page, size)
        shown = tuple(present.appointment(row, now) for row in rows)
        return answer(AppointmentPage.model_construct(appointments=shown, page=page, size=size, total=total))

    @router.get("/{appointment_id}", response_model=Appointment, summary="An appointment")
    async def read(appointment_id: IdPath, caller: Annotated[Caller, Depends(authenticate)]) -> Response:
        async with counter.database.reading() as connection:
            row = await find(connection, appointment_id, caller.account)
        return answer(present.appointment(row, counter.clock()))

    @router.post("/{appointment_id}/cancel", response_model=Appointment, summary="Cancel, and free the time")
    async def cancel(
        appointment_id: IdPath,
        caller: Annotated[Caller, Depends(authenticate)],
        asked: Annotated[CancelRequest | None, Body(openapi_examples=examples.CANCEL)] = None,
    ) -> Response:
        return answer(await appointments.cancel(appointment_id, caller.account, asked.reason if asked else None))

    @router.post("/{appointment_id}/reschedule", response_model=Appointment, summary="Move to another time or doctor")
    async def reschedule(
        appointment_id: IdPath,
        asked: Annotated[RescheduleRequest, Body(openapi_examples=examples.MOVE)],
        caller: Annotated[Caller, Depends(authenticate)],
    ) -> Response:
        return answer(await appointments.reschedule(appointment_id, asked, caller.account))

    return router
