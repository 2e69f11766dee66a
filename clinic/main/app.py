"""The HTTP service, put together from ready settings: nothing is built at import, nothing reads the environment."""

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from datetime import datetime
from functools import partial

from fastapi import FastAPI, Request, Response
from prometheus_client import CollectorRegistry
from sqlalchemy.ext.asyncio import AsyncConnection

from clinic.applications.card_routes import card_routes
from clinic.applications.desk_routes import desk_routes
from clinic.applications.routes import application_routes
from clinic.appointments.calendar.routes import calendar_routes
from clinic.appointments.mark_routes import mark_routes
from clinic.appointments.refusals import SlotLost
from clinic.appointments.routes import appointment_routes, hold_routes
from clinic.blocks.routes import block_routes
from clinic.call_requests.routes import call_request_routes
from clinic.call_tasks.routes import call_task_routes
from clinic.deliveries.routes import delivery_routes
from clinic.main.chores import keep_house
from clinic.main.openapi import DESCRIPTION, TITLE, VERSION
from clinic.main.parts import make_parts
from clinic.managers.routes import manager_routes
from clinic.migrations.newest import missing_steps
from clinic.offers.routes import offer_routes
from clinic.people.find_routes import find_routes
from clinic.people.routes import people_routes
from clinic.people.visitors import find_visitor
from clinic.platform.clock import Clock, system_clock
from clinic.platform.database import Database
from clinic.platform.http import errors
from clinic.platform.http.answers import answer_json
from clinic.platform.http.caller import Authenticate
from clinic.platform.http.health import health_routes
from clinic.platform.http.last_resort import LastResort
from clinic.platform.http.limits import BodyLimit
from clinic.platform.http.observe import HttpMetrics, Observe
from clinic.platform.http.routing import register
from clinic.platform.settings import ClinicSettings
from clinic.platform.tokens import Tokens
from clinic.reminders.reach import unreachable
from clinic.reminders.routes import reminder_routes
from clinic.schedule import present
from clinic.schedule.current import CurrentSchedule
from clinic.schedule.engine.minutes import to_minute
from clinic.schedule.routes import schedule_routes
from clinic.schedule.slot_id import SlotIds
from clinic.schedule.slot_routes import slot_routes
from clinic.tickets.cache import MemoryCache
from clinic.tickets.routes import opening_routes, ticket_routes
from clinic.tickets.store import TicketStore
from clinic.tickets.undelivered import undelivered
from clinic.waits.routes import wait_routes
from contracts.appointments import SlotLostBody

READY_SECONDS = 2.0


def create_app(settings: ClinicSettings, clock: Clock = system_clock) -> FastAPI:
    """The ASGI app of one API process. Its lifespan opens the pool and closes it."""
    parts = make_parts(settings, clock)
    database, current = parts.database, parts.current
    tokens = Tokens(database, settings.api_token, settings.token_cache_seconds, time.monotonic)
    authenticate = Authenticate(tokens, settings.identity_secret, clock)
    registry = CollectorRegistry()

    app = FastAPI(
        title=TITLE, version=VERSION, description=DESCRIPTION, lifespan=_lifespan(database, current, settings, clock)
    )
    register(
        app,
        calendar_routes(parts.counter, current, authenticate),
        appointment_routes(parts.appointments, authenticate),
        mark_routes(parts.appointments, authenticate),
        hold_routes(parts.appointments, authenticate),
        reminder_routes(database, clock, authenticate),
        offer_routes(parts.counter, parts.accept_offer, parts.close_offer, authenticate),
        card_routes(parts.applications, authenticate),
        desk_routes(parts.applications, authenticate),
        application_routes(parts.applications, authenticate),
        slot_routes(parts.availability, parts.slot_ids, clock, authenticate, partial(find_visitor, database)),
        schedule_routes(current, authenticate),
        find_routes(database, clock, authenticate),
        people_routes(database, clock, authenticate),
        call_request_routes(database, clock, authenticate, settings.quotas),
        call_task_routes(database, clock, authenticate),
        block_routes(parts.blocks, authenticate),
        opening_routes(current, clock, authenticate),
        ticket_routes(
            TicketStore(database, clock, MemoryCache(settings.ticket_cache_seconds)), authenticate, settings.quotas
        ),
        wait_routes(database, parts.join_line, parts.leave_line, authenticate),
        delivery_routes(database, clock, authenticate, _cannot_be_reached),
        manager_routes(database, clock, authenticate),
        health_routes(readiness(database, current), registry),
    )
    errors.install(app)
    app.add_exception_handler(SlotLost, _slot_lost(parts.slot_ids, clock))
    app.add_middleware(LastResort)
    app.add_middleware(BodyLimit)
    app.add_middleware(Observe, metrics=HttpMetrics(registry))
    return app


async def _cannot_be_reached(connection: AsyncConnection, account: str, now: datetime) -> None:
    """What follows when the messenger does not let us write to somebody."""
    await unreachable(connection, account, now)
    await undelivered(connection, account, now)


def _lifespan(
    database: Database, current: CurrentSchedule, settings: ClinicSettings, clock: Clock
) -> Callable[[FastAPI], AbstractAsyncContextManager[None]]:
    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        await database.warm(settings.pool_size)
        await current.newest()
        try:
            async with asyncio.TaskGroup() as group:
                chores = group.create_task(keep_house(database, settings, clock))
                yield
                chores.cancel()
        finally:
            await database.close()

    return lifespan


def readiness(database: Database, current: CurrentSchedule) -> Callable[[], Awaitable[str | None]]:
    """What keeps a process from serving, None if nothing does."""

    async def ready() -> str | None:
        try:
            async with asyncio.timeout(READY_SECONDS):
                await current.newest()
                return await missing_steps(database)
        except Exception as failure:
            return f"The database does not answer as it should ({type(failure).__name__})."

    return ready


def _slot_lost(slot_ids: SlotIds, clock: Clock) -> Callable[[Request, Exception], Awaitable[Response]]:
    """The contract wants what is free instead beside the code."""

    async def handler(_: Request, lost: Exception) -> Response:
        assert isinstance(lost, SlotLost)  # noqa: S101 - registered for these
        nearest = tuple(present.slot(free, slot_ids, to_minute(clock())) for free in lost.nearest)
        body = SlotLostBody(code=lost.code, message=lost.message, nearest=nearest)
        return answer_json(body.model_dump_json(exclude={"details"}), 409)

    return handler
