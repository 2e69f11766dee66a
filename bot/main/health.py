"""The bot's HTTP side: alive, able to serve, measured; and Telegram's calls in webhook mode."""

from collections.abc import Awaitable, Callable

from fastapi import FastAPI, Response
from fastapi.responses import JSONResponse
from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, generate_latest

from bot.inbox.webhook import webhook_route
from bot.main.settings import WebhookSettings


def health_app(
    missing: Callable[[], Awaitable[list[str]]],
    state: Callable[[], str],
    registry: CollectorRegistry,
    webhook: WebhookSettings | None,
    take: Callable[[list[object]], Awaitable[object]],
) -> FastAPI:
    """`missing`: parts without which the bot cannot serve; `state`: active or standby; `take` keeps updates."""
    app = FastAPI(title="Frontdesk bot", docs_url=None, redoc_url=None, openapi_url=None)

    @app.get("/healthz")
    async def healthz() -> Response:
        return JSONResponse({"status": "ok"})

    @app.get("/readyz")
    async def readyz() -> Response:
        """A process that stands by is ready: it receives, or takes over at once."""
        without = await missing()
        body: dict[str, object] = {"status": "not ready" if without else "ok", "state": state()}
        if without:
            body["missing"] = without
        return JSONResponse(body, status_code=503 if without else 200)

    @app.get("/metrics")
    async def metrics() -> Response:
        return Response(generate_latest(registry), media_type=CONTENT_TYPE_LATEST)

    if webhook is not None:
        app.include_router(webhook_route(webhook.path, webhook.secret.get_secret_value(), take))
    return app
