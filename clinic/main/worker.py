"""The worker: a process that does the service's duties, with health and metrics of its own over HTTP."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import datetime

from fastapi import FastAPI
from prometheus_client import CollectorRegistry, Counter, Gauge

from clinic.main.app import readiness
from clinic.main.duties import duties_of, keep_doing
from clinic.main.parts import make_parts
from clinic.platform.clock import Clock, system_clock
from clinic.platform.http.health import health_routes
from clinic.platform.settings import ClinicSettings

POOL = 4
"""Connections: duties run one statement after the other, and few at once."""


def create_worker(settings: ClinicSettings, clock: Clock = system_clock) -> FastAPI:
    """Its lifespan does the duties until the process stops; a duty under way is rolled back and done again later."""
    parts = make_parts(settings.model_copy(update={"pool_size": POOL}), clock)
    registry = CollectorRegistry()
    done = _counted(registry, clock)
    missing = Gauge(
        "frontdesk_visits_without_reminder", "Visits that the day's check found without a reminder", registry=registry
    )

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        duties = duties_of(parts, missing.set)
        try:
            async with asyncio.TaskGroup() as group:
                running = [group.create_task(keep_doing(duty, clock, done)) for duty in duties]
                yield
                for task in running:
                    task.cancel()
        finally:
            await parts.database.close()

    app = FastAPI(title="Frontdesk worker", lifespan=lifespan, docs_url=None, redoc_url=None, openapi_url=None)
    app.include_router(health_routes(readiness(parts.database, parts.current), registry))
    return app


def _counted(registry: CollectorRegistry, clock: Callable[[], datetime]) -> Callable[[str, int | None], None]:
    did = Counter("frontdesk_duty_done", "Things that duties did", ["duty"], registry=registry)
    failed = Counter("frontdesk_duty_failures", "Rounds of duties that failed", ["duty"], registry=registry)
    last = Gauge("frontdesk_duty_last_round_seconds", "When a duty last ended well", ["duty"], registry=registry)

    def done(name: str, count: int | None) -> None:
        if count is None:
            failed.labels(name).inc()
            return
        did.labels(name).inc(count)
        last.labels(name).set(clock().timestamp())

    return done
