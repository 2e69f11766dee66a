"""Levers of tests: trouble, limits, and what the bots did."""

import json

from pydantic import BaseModel
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from sandbox.bot_api.faults import Fault
from sandbox.bot_api.flood import FloodLimits
from sandbox.bot_api.journal import Called
from sandbox.bot_api.server import BotApi


class RawUpdate(BaseModel):
    bot_id: int | None = None
    """None: the first bot."""
    update_id: int | None = None
    """None: the next free one."""
    body: dict[str, object]
    """All of the update but its number."""


class Levers:
    def __init__(self, api: BotApi) -> None:
        self.api = api

    async def bots(self, _: Request) -> Response:
        bots = self.api.world.bots.values()
        return JSONResponse([{"id": bot.id, "username": bot.username, "name": bot.name} for bot in bots])

    async def calls(self, request: Request) -> Response:
        """Those after number `after`; `method` (any case) picks."""
        query = request.query_params
        after, method = int(query.get("after", 0)), query.get("method", "").lower()
        calls = self.api.journal.calls
        found = [each for each in calls if each.number > after and method in ("", each.method.lower())]
        return JSONResponse([_shape(each) for each in found])

    async def add_fault(self, request: Request) -> Response:
        self.api.faults.add(Fault.model_validate_json(await request.body()))
        return Response(status_code=204)

    async def clear_faults(self, _: Request) -> Response:
        self.api.faults.clear()
        return Response(status_code=204)

    async def set_flood(self, request: Request) -> Response:
        self.api.flood.limits = FloodLimits.model_validate_json(await request.body())
        self.api.flood.reset()
        return Response(status_code=204)

    async def updates(self, _: Request) -> Response:
        """How many wait for each bot."""
        return JSONResponse({str(bot_id): len(inbox.pending) for bot_id, inbox in self.api.inboxes.items()})

    async def add_update(self, request: Request) -> Response:
        raw = RawUpdate.model_validate_json(await request.body())
        inbox = self.api.inboxes[raw.bot_id or next(iter(self.api.inboxes))]
        number = raw.update_id
        if number is None:
            number, inbox.next_id = inbox.next_id, inbox.next_id + 1
        inbox.add_raw(number, json.dumps({**raw.body, "update_id": number}).encode())
        return JSONResponse({"update_id": number}, status_code=201)


def _shape(called: Called) -> dict[str, object]:
    return {
        "number": called.number,
        "at": called.at.isoformat(),
        "bot_id": called.bot_id,
        "method": called.method,
        "arguments": dict(called.arguments),
        "code": called.code,
        "description": called.description,
    }
