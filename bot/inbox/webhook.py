"""Telegram's calls: checked, kept, answered at once."""

import json
import logging
from collections.abc import Awaitable, Callable
from hmac import compare_digest

from fastapi import APIRouter, Request, Response

from bot.storage.database import FAILURES, kind

HEADER = "X-Telegram-Bot-Api-Secret-Token"
LARGEST = 1024 * 1024
"""Bytes: an update has some kilobytes."""
log = logging.getLogger(__name__)


def webhook_route(path: str, secret: str, take: Callable[[list[object]], Awaitable[object]]) -> APIRouter:
    """200 once the update is safe; 401 without the secret, 413 or 400 for what is none, 503 to be called again."""
    router = APIRouter()
    expected = secret.encode()

    @router.post(path, include_in_schema=False)
    async def webhook(request: Request) -> Response:
        if not compare_digest(request.headers.get(HEADER, "").encode(), expected):
            return Response(status_code=401)
        body = await _body(request)
        if body is None:
            return Response(status_code=413)
        try:
            update = json.loads(body)
        except (ValueError, RecursionError):
            return Response(status_code=400)
        try:
            await take([update])
        except FAILURES as error:
            log.error("an update could not be kept, Telegram will repeat it: %s", kind(error))
            return Response(status_code=503)
        return Response(status_code=200)

    return router


async def _body(request: Request) -> bytes | None:
    """None: too large, whatever the headers promise."""
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > LARGEST:
            return None
    return bytes(body)
