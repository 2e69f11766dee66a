"""Alive, able to serve, and measured: for supervisors and Prometheus, without a token."""

from collections.abc import Awaitable, Callable

from fastapi import APIRouter, Response
from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, generate_latest
from pydantic import BaseModel

from clinic.platform.http.answers import answer
from clinic.platform.http.errors import error


class Health(BaseModel):
    status: str = "ok"


def health_routes(ready: Callable[[], Awaitable[str | None]], registry: CollectorRegistry) -> APIRouter:
    """`ready` answers what is missing, None if nothing is."""
    router = APIRouter(tags=["operations"])

    @router.get("/healthz", response_model=Health, summary="The process is alive")
    async def healthz() -> Response:
        return answer(Health())

    @router.get("/readyz", response_model=Health, summary="The process can serve: its database answers")
    async def readyz() -> Response:
        missing = await ready()
        return answer(Health()) if missing is None else error("not_ready", missing, 503)

    @router.get("/metrics", summary="Prometheus metrics", response_class=Response)
    async def metrics() -> Response:
        return Response(generate_latest(registry), media_type=CONTENT_TYPE_LATEST)

    return router
