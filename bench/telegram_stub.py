"""A Telegram that only counts: hands out taps by long polling, says yes to everything. Run as a process of its own.

`python -m bench.telegram_stub PORT CHATS`. `POST /load {"taps": N, "data": "..."}` queues N taps over the chats, and
`GET /counts` tells how many were edited and answered since. It does no checking, so that the bots are what is measured.
"""

import asyncio
import sys
import time
from itertools import count

from aiohttp import web

from bench.clinic_stub import add_clinic

BOT = {"id": 1, "is_bot": True, "first_name": "Bench", "username": "bench_bot"}
BATCH = 100


class Stub:
    """One bot's updates and counters."""

    def __init__(self, chats: int) -> None:
        self._chats = chats
        self._numbers = count(int(time.time()) * 1000)
        self._messages = count(1)
        self._waiting: list[dict[str, object]] = []
        self._more = asyncio.Event()
        self.edits = 0
        self.answers = 0
        self.done_at = 0.0

    def load(self, taps: int, data: str) -> None:
        self.edits = self.answers = 0
        for number in range(taps):
            chat = number % self._chats + 1
            user = {"id": chat, "is_bot": False, "first_name": "Patient", "language_code": "en"}
            message = {
                "message_id": 7,
                "date": int(time.time()),
                "chat": {"id": chat, "type": "private", "first_name": "Patient"},
                "from": BOT,
                "text": "choose",
            }
            update_id = next(self._numbers)
            query = {"id": str(update_id), "from": user, "chat_instance": "1", "message": message, "data": data}
            self._waiting.append({"update_id": update_id, "callback_query": query})
        self._more.set()

    async def updates(self, offset: int, limit: int, seconds: float) -> list[dict[str, object]]:
        """What is newer than `offset`; older ones are acknowledged by it."""
        self._waiting = [one for one in self._waiting if int(str(one["update_id"])) >= offset]
        if not self._waiting:
            self._more.clear()
            try:
                await asyncio.wait_for(self._more.wait(), seconds)
            except TimeoutError:
                return []
        return self._waiting[:limit]

    async def call(self, request: web.Request) -> web.Response:
        method = request.match_info["method"].lower()
        given: dict[str, str] = {**request.query}
        if request.can_read_body:
            given |= {key: str(value) for key, value in (await request.post()).items()}
        match method:
            case "getupdates":
                waited = self.updates(int(given.get("offset", 0)), int(given.get("limit", BATCH)), 1.0)
                return web.json_response({"ok": True, "result": await waited})
            case "getme":
                return web.json_response({"ok": True, "result": BOT})
            case "editmessagetext" | "sendmessage" | "editmessagereplymarkup":
                self.edits += 1
                self.done_at = time.monotonic()
                chat = {"id": int(given["chat_id"]), "type": "private", "first_name": "Patient"}
                number = int(given.get("message_id", 0)) or next(self._messages)
                message = {"message_id": number, "date": 1, "chat": chat, "from": BOT, "text": given.get("text", "")}
                return web.json_response({"ok": True, "result": message})
            case "answercallbackquery":
                self.answers += 1
        return web.json_response({"ok": True, "result": True})


def app(chats: int) -> web.Application:
    stub = Stub(chats)

    async def load(request: web.Request) -> web.Response:
        asked = await request.json()
        stub.load(int(asked["taps"]), str(asked["data"]))
        return web.json_response({})

    async def counts(_: web.Request) -> web.Response:
        return web.json_response({"edits": stub.edits, "answers": stub.answers, "done_at": stub.done_at})

    made = web.Application()
    made.router.add_post("/load", load)
    made.router.add_get("/counts", counts)
    made.router.add_route("*", "/bot{token}/{method}", stub.call)
    add_clinic(made)
    return made


if __name__ == "__main__":
    web.run_app(app(int(sys.argv[2])), host="127.0.0.1", port=int(sys.argv[1]), print=None)
