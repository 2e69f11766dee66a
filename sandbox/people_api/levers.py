"""Levers of tests: trouble, limits, and what the bots did."""

import json

from pydantic import BaseModel
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from sandbox.bot_api.faults import Fault
from sandbox.bot_api.flood import FloodLimits
from sandbox.bot_api.journal import Called
from sandbox.bot_api.server import BotApi

LONGEST_WAIT = 60.0
"""Seconds that a read may wait."""


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
        """Those after number `after`; `method` (any case) picks; `answered=0`: also those that still wait. With
        `timeout`, waits so many seconds for `count` of them."""
        query, journal = request.query_params, self.api.journal
        after, method, count = int(query.get("after", 0)), query.get("method", ""), int(query.get("count", 0))
        answered = query.get("answered", "1") == "1"
        wait = min(float(query.get("timeout", 0)), LONGEST_WAIT)
        await journal.signal.wait_until(lambda: len(journal.find(method, after, answered=answered)) >= count, wait)
        return JSONResponse([_shape(each) for each in journal.find(method, after, answered=answered)])

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

    async def updates(self, request: Request) -> Response:
        """How many wait for each bot. With `timeout`, waits so many seconds for all to be taken."""
        wait = min(float(request.query_params.get("timeout", 0)), LONGEST_WAIT)
        for inbox in self.api.inboxes.values():
            await inbox.taken.wait_until(inbox.is_empty, wait)
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
