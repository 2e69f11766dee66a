"""The Bot API's HTTP side."""

import json
from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import Receive, Scope, Send

from sandbox.bot_api import refusals
from sandbox.bot_api.inbox import Update
from sandbox.bot_api.refused import Refusal, Refused
from sandbox.bot_api.request import read_arguments
from sandbox.bot_api.server import BotApi, Dropped
from sandbox.bot_api.waiting import while_connected

_JSON = "application/json"


def routes(api: BotApi) -> list[Route]:
    """`/bot<token>/<method>` and `/file/bot<token>/<path>`; the token is "<id>:<secret>"."""

    async def call(request: Request) -> Response:
        try:
            bot = api.bot(request.path_params["token"])
            arguments = await read_arguments(request)
        except Refused as refused:
            return _refuse(refused.refusal)
        method = request.path_params["method"].rstrip("/")
        try:
            if method.lower() != "getupdates":
                return _answer(await api.perform(bot, method, arguments))
            return _answer(await while_connected(request, api.perform(bot, method, arguments)))
        except Dropped:
            return _Cut()

    async def file(request: Request) -> Response:
        try:
            api.bot(request.path_params["token"])
        except Refused as refused:
            return _refuse(refused.refusal)
        found = api.world.files_by_path.get(request.path_params["path"])
        if found is None:
            return _refuse(refusals.page_not_found)
        headers = {"Content-Disposition": f"attachment; filename*=utf-8''{quote(found.name)}"} if found.name else {}
        return Response(found.content, media_type=found.mime_type or "application/octet-stream", headers=headers)

    return [
        Route("/bot{token}/{method}", call, methods=["GET", "POST"]),
        Route("/file/bot{token}/{path:path}", file, methods=["GET"]),
    ]


def _answer(result: Any) -> Response:
    if isinstance(result, Refusal):
        return _refuse(result)
    if isinstance(result, Sequence) and result and isinstance(result[0], Update):
        return Response(
            b'{"ok":true,"result":[' + b",".join(update.body for update in result) + b"]}", media_type=_JSON
        )
    return Response(_encoded({"ok": True, "result": result}), media_type=_JSON)


def _refuse(refusal: Refusal) -> Response:
    shape: dict[str, Any] = {"ok": False, "error_code": refusal.code, "description": refusal.description}
    if refusal.parameters:
        shape["parameters"] = dict(refusal.parameters)
    headers = {"Retry-After": str(refusal.parameters["retry_after"])} if "retry_after" in refusal.parameters else {}
    return Response(_encoded(shape), status_code=refusal.code, media_type=_JSON, headers=headers)


def _encoded(shape: Any) -> bytes:
    return json.dumps(shape, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")


class _Cut(Response):
    """Begins an answer and never ends it, so that the HTTP server closes the connection."""

    async def __call__(self, _scope: Scope, _receive: Receive, send: Send) -> None:
        await send({"type": "http.response.start", "status": 200, "headers": [(b"content-length", b"1000")]})
