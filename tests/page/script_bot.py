"""A bot that does what a test says, by plain calls of the Bot API."""

from typing import Any

import httpx

TOKEN = "4200:page-tests-only"

Json = dict[str, Any]


class ScriptBot:
    def __init__(self, http: httpx.AsyncClient) -> None:
        self.http = http

    async def call(self, method: str, files: dict[str, Any] | None = None, **arguments: Any) -> Any:
        """Raises AssertionError with Telegram's words if it refuses."""
        if files:
            answer = (await self.http.post(method, data=arguments, files=files)).json()
        else:
            answer = (await self.http.post(method, json=arguments)).json()
        assert answer["ok"], answer
        return answer["result"]

    async def send(self, chat_id: int, text: str, *rows: list[Json], **more: Any) -> Json:
        """HTML text with rows of inline buttons."""
        markup = {"reply_markup": {"inline_keyboard": list(rows)}} if rows else {}
        sent: Json = await self.call("sendMessage", chat_id=chat_id, text=text, parse_mode="HTML", **markup, **more)
        return sent

    async def next_press(self, user_id: int) -> Json:
        """The next tap of that person on a button; others' updates are passed over."""
        return await self._next(lambda update: update.get("callback_query"), user_id)

    async def next_message(self, user_id: int) -> Json:
        return await self._next(lambda update: update.get("message"), user_id)

    async def _next(self, pick: Any, user_id: int) -> Json:
        offset = 0
        for _ in range(100):
            for update in await self.call("getUpdates", timeout=5, offset=offset):
                offset = update["update_id"] + 1
                found: Json | None = pick(update)
                if found and found["from"]["id"] == user_id:
                    await self.call("getUpdates", timeout=0, offset=offset)
                    return found
        raise AssertionError("no such update came")
