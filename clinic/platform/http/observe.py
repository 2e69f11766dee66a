"""One log line and one measurement a request: the route's template, never the address with its words and numbers."""

import time
from collections.abc import MutableMapping
from typing import Any
from uuid import uuid4

import structlog
from prometheus_client import CollectorRegistry, Counter, Histogram
from starlette.types import ASGIApp, Message, Receive, Scope, Send

QUIET = frozenset({"/healthz", "/readyz", "/metrics"})
BUCKETS = (0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0)


class HttpMetrics:
    """Requests by method, route and status, and how long they took."""

    def __init__(self, registry: CollectorRegistry) -> None:
        self.requests = Counter(
            "http_requests_total", "Requests answered", ["method", "route", "status"], registry=registry
        )
        self.seconds = Histogram(
            "http_request_seconds", "Time to answer", ["method", "route"], buckets=BUCKETS, registry=registry
        )


class Observe:
    """ASGI middleware: counts, times and logs each request, and names it in the header X-Request-Id."""

    def __init__(self, app: ASGIApp, metrics: HttpMetrics) -> None:
        self._app = app
        self._metrics = metrics
        self._log = structlog.get_logger(__name__)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        started, status = time.perf_counter(), 500
        request_id = uuid4().hex

        async def named(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                message.setdefault("headers", []).append((b"x-request-id", request_id.encode()))
            await send(message)

        try:
            await self._app(scope, receive, named)
        finally:
            seconds = time.perf_counter() - started
            route = _route(scope)
            method = scope["method"] if scope["method"].isalpha() and len(scope["method"]) < 8 else "?"
            self._metrics.requests.labels(method, route, status).inc()
            self._metrics.seconds.labels(method, route).observe(seconds)
            if route not in QUIET:
                self._log.info(
                    "request",
                    method=method,
                    route=route,
                    status=status,
                    ms=round(seconds * 1000, 1),
                    request_id=request_id,
                )


def _route(scope: MutableMapping[str, Any]) -> str:
    """The template of the route that answered; what nobody answers has one name, so that labels stay few."""
    return getattr(scope.get("route"), "path", None) or "(none)"
