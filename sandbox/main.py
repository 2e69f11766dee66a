"""The local Telegram as one web application."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import datetime, timedelta

from fastapi import FastAPI

from sandbox.bot_api.routes import routes
from sandbox.bot_api.server import BotApi
from sandbox.people_api import people_routes
from sandbox.readiness import readiness_routes
from sandbox.seeding import seeded_world
from sandbox.settings import SandboxSettings
from sandbox.world.state import system_clock


def create_app(settings: SandboxSettings, clock: Callable[[], datetime] = system_clock) -> FastAPI:
    """Bot API, people's side (loopback only) and readiness; `app.state.world` is the `World`, `app.state.bot_api` the
    Bot API without HTTP. A page can be mounted on top: it works on the world in the same process.

    Serve it on a loopback address, in one process. A long poll may wait for 50 seconds: give uvicorn a
    `timeout_graceful_shutdown` of a second or so.
    """
    world = seeded_world(settings, clock)
    api = BotApi(
        world,
        settings.flood,
        query_lifetime=timedelta(seconds=settings.query_lifetime_seconds),
        first_pause=settings.first_webhook_pause_seconds,
        longest_pause=settings.longest_webhook_pause_seconds,
    )

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        async with asyncio.TaskGroup() as tasks:
            deliveries = tasks.create_task(api.webhooks.run())
            yield
            deliveries.cancel()

    app = FastAPI(title=settings.title, lifespan=lifespan, docs_url=None, redoc_url=None, openapi_url=None)
    app.state.world, app.state.bot_api = world, api
    app.router.routes.extend([*routes(api), *people_routes(api), *readiness_routes(settings.ready_urls)])
    return app
