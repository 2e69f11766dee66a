"""Tickets over HTTP."""

from typing import Annotated

from fastapi import APIRouter, Body, Depends, Query, Response

from clinic.platform.clock import Clock
from clinic.platform.http.answers import answer
from clinic.platform.http.caller import Authenticate, Caller, staff_only
from clinic.platform.http.params import IdPath, ScheduleIdQuery
from clinic.platform.http.routing import api_router
from clinic.platform.settings import Quotas
from clinic.platform.tokens import Role
from clinic.schedule.current import CurrentSchedule
from clinic.tickets import examples
from clinic.tickets.comment import CommentOnTicket
from clinic.tickets.domain import Status
from clinic.tickets.glance import ListTickets, SeeTicket
from clinic.tickets.open import OpenTicket
from clinic.tickets.opening import NextOpening
from clinic.tickets.own import GiveBackTicket, TakeTicket
from clinic.tickets.set_status import SetTicketStatus
from clinic.tickets.store import TicketStore
from clinic.tickets.write import By
from contracts.tickets import (
    NewComment,
    NewTicket,
    Opening,
    TicketDetails,
    TicketGiveBack,
    TicketPage,
    TicketStatus,
    TicketStatusRequest,
    TicketTake,
)


def ticket_routes(store: TicketStore, authenticate: Authenticate, quotas: Quotas) -> APIRouter:
    """A patient writes and reads their own tickets; staff sees all, takes, answers and closes."""
    router = api_router("/tickets", "tickets")
    see, list_ = SeeTicket(store), ListTickets(store)
    open_, comment = OpenTicket(store, quotas), CommentOnTicket(store, quotas)
    take, give_back, set_status = TakeTicket(store), GiveBackTicket(store), SetTicketStatus(store)

    @router.post("", status_code=201, response_model=TicketDetails, summary="Write to the clinic, or to a patient")
    async def open_ticket(
        asked: Annotated[NewTicket, Body(openapi_examples=examples.OPEN)],
        caller: Annotated[Caller, Depends(authenticate)],
    ) -> Response:
        return answer(await open_(asked, _by(caller, asked.by)), 201)

    @router.get("", response_model=TicketPage, summary="A page of tickets, the newest change first")
    async def list_tickets(
        caller: Annotated[Caller, Depends(authenticate)],
        status: TicketStatus | None = None,
        branch_id: ScheduleIdQuery = None,
        human_owned: bool | None = None,
        page: Annotated[int, Query(ge=1, le=100_000)] = 1,
        size: Annotated[int, Query(ge=1, le=200)] = 50,
    ) -> Response:
        return answer(await list_(caller.account, page, size, status, branch_id, human_owned))

    @router.get("/{ticket_id}", response_model=TicketDetails, summary="A ticket with what was written")
    async def read(
        ticket_id: IdPath,
        caller: Annotated[Caller, Depends(authenticate)],
        version: Annotated[int, Query(ge=1, le=2**31 - 1, description="an older answer will not do")] = 1,
    ) -> Response:
        return answer(await see(ticket_id, caller.account, version))

    @router.post(
        "/{ticket_id}/comments",
        status_code=201,
        response_model=TicketDetails,
        summary="Write to a ticket",
        description="A patient's words for a closed ticket open one that continues it: the answer is that one.",
    )
    async def add_comment(
        ticket_id: IdPath,
        asked: Annotated[NewComment, Body(openapi_examples=examples.COMMENT)],
        caller: Annotated[Caller, Depends(authenticate)],
    ) -> Response:
        return answer(await comment(ticket_id, asked, _by(caller, asked.by)), 201)

    @router.post("/{ticket_id}/status", response_model=TicketDetails, summary="Close it, or set another status")
    async def status_of(
        ticket_id: IdPath,
        asked: Annotated[TicketStatusRequest, Body(openapi_examples=examples.STATUS)],
        caller: Annotated[Caller, Depends(authenticate)],
    ) -> Response:
        return answer(await set_status(ticket_id, Status(asked.status), _by(caller, asked.by)))

    @router.post(
        "/{ticket_id}/take",
        response_model=TicketDetails,
        summary="Somebody of the clinic has the conversation; for staff",
        description="409 `taken` says who was quicker.",
    )
    async def take_ticket(
        ticket_id: IdPath,
        asked: Annotated[TicketTake, Body(openapi_examples=examples.TAKE)],
        caller: Annotated[Caller, Depends(authenticate)],
    ) -> Response:
        staff_only(caller)
        return answer(await take(ticket_id, asked.by, _by(caller, asked.by)))

    @router.post("/{ticket_id}/give-back", response_model=TicketDetails, summary="The assistant has it again")
    async def give_back_ticket(
        ticket_id: IdPath,
        caller: Annotated[Caller, Depends(authenticate)],
        asked: Annotated[TicketGiveBack | None, Body(openapi_examples=examples.TAKE)] = None,
    ) -> Response:
        return answer(await give_back(ticket_id, _by(caller, asked.by if asked else None)))

    return router


def opening_routes(current: CurrentSchedule, clock: Clock, authenticate: Authenticate) -> APIRouter:
    """When somebody is there to answer."""
    router = api_router("/opening", "tickets")
    opening = NextOpening(current)

    @router.get(
        "",
        dependencies=[Depends(authenticate)],
        response_model=Opening,
        summary="The clinic's hours that run now, or the next ones",
    )
    async def next_opening(branch_id: ScheduleIdQuery = None) -> Response:
        return answer(await opening(branch_id, clock()))

    return router


def _by(caller: Caller, name: str | None) -> By:
    return By(caller.account, name or None, through_bot=caller.is_staff and caller.role is Role.BOT)
