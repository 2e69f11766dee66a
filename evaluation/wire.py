"""The bot's way to the clinic, watched: what the service issued, and what the bot asked it to change."""

import json
from dataclasses import dataclass
from typing import Any

import httpx
from typing_extensions import override

from contracts.schedule import Slot

PREFIX = "/api/v1/"


@dataclass(frozen=True, slots=True)
class Request:
    """One call of the service by the bot, and how it was answered."""

    turn: int
    method: str
    path: str
    """Without the prefix."""
    status: int

    @property
    def books(self) -> bool:
        return (self.method, self.path) == ("POST", "appointments")

    @property
    def changes_visits(self) -> bool:
        """Books, cancels or moves: what only a tap may do."""
        last = self.path.rpartition("/")[2]
        return self.method == "POST" and (
            self.books or (last in ("cancel", "reschedule") and "appointments" in self.path)
        )

    @property
    def holds(self) -> bool:
        return (self.method, self.path) == ("POST", "holds")

    @property
    def done(self) -> bool:
        return self.status < 300


class Wire(httpx.AsyncBaseTransport):
    """In-process HTTP to the real service. `turn` is set by whoever talks."""

    def __init__(self, inner: httpx.AsyncBaseTransport) -> None:
        self._inner = inner
        self.turn = 0
        self.requests: list[Request] = []
        self.issued: dict[str, Slot] = {}
        """Every slot that the service offered, by its id."""

    @override
    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        response = await self._inner.handle_async_request(request)
        await response.aread()
        path = request.url.path.removeprefix(PREFIX)
        self.requests.append(Request(self.turn, request.method, path, response.status_code))
        if path.startswith("slots") or response.status_code == 409:
            self._note(json.loads(response.content))
        return response

    def _note(self, answer: dict[str, Any]) -> None:
        for key in ("slots", "nearest"):
            for one in answer.get(key, ()):
                slot = Slot.model_validate_json(json.dumps(one))
                self.issued[slot.slot_id] = slot
