"""Webhooks. Sources: Client.cpp and WebhookActor.cpp of the real server."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import pytest
from fastapi import FastAPI
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from tests.sandbox.refusing import bad, button
from tests.sandbox.running import Sandbox, running_sandbox
from tests.support.serving import serving

Behaviour = Callable[[dict[str, Any]], Response]


@dataclass
class Hook:
    """A bot's own server: keeps what it gets, answers as `behave` says."""

    url: str = ""
    got: list[dict[str, Any]] = field(default_factory=list)
    secrets: list[str | None] = field(default_factory=list)
    behave: Behaviour = lambda _: Response()
    arrived: asyncio.Condition = field(default_factory=asyncio.Condition)

    async def receive(self, request: Request) -> Response:
        update = await request.json()
        self.secrets.append(request.headers.get("x-telegram-bot-api-secret-token"))
        response = self.behave(update)
        async with self.arrived:
            self.got.append(update)
            self.arrived.notify_all()
        return response

    async def count(self, number: int) -> list[dict[str, Any]]:
        """What came, once so many came."""
        async with asyncio.timeout(10), self.arrived:
            await self.arrived.wait_for(lambda: len(self.got) >= number)
        return self.got

    def texts(self) -> list[str]:
        return [update["message"]["text"] for update in self.got]


@asynccontextmanager
async def hooked(**settings: Any) -> AsyncIterator[tuple[Sandbox, Hook]]:
    """A sandbox whose bot has a server; `settings` of setWebhook."""
    hook = Hook()
    app = FastAPI()
    app.router.routes.append(Route("/hook", hook.receive, methods=["POST"]))
    async with running_sandbox() as sandbox, serving(app) as url:
        hook.url = f"{url}/hook"
        await sandbox.result("setWebhook", url=hook.url, **settings)
        yield sandbox, hook
        await sandbox.result("deleteWebhook")


async def test_updates_come_with_the_secret() -> None:
    async with hooked(secret_token="S3cret_-") as (sandbox, hook):
        anna = await sandbox.telegram.user("Anna")
        await anna.say("hello")
        (update,) = await hook.count(1)
        assert update["message"]["text"] == "hello"
        assert hook.secrets == ["S3cret_-"]
        await sandbox.telegram.taken()
        info = await sandbox.result("getWebhookInfo")
        assert (info["url"], info["pending_update_count"], info["max_connections"]) == (hook.url, 0, 40)


async def test_a_failing_server_gets_an_update_again_and_the_next_one_waits() -> None:
    """WebhookActor.cpp, on_update_error and queue_updates_: one after another within a chat."""
    async with hooked() as (sandbox, hook):
        failures = iter([500, 502, 404])
        hook.behave = lambda _: Response(status_code=next(failures, 200))
        anna = await sandbox.telegram.user("Anna")
        await anna.say("first")
        await anna.say("second")
        await hook.count(5)
        assert hook.texts() == ["first", "first", "first", "first", "second"]
        assert len({update["update_id"] for update in hook.got}) == 2
        info = await sandbox.result("getWebhookInfo")
        assert info["last_error_message"] == "Wrong response from the webhook: 404 Not Found"
        await sandbox.telegram.taken()


async def test_a_server_that_is_away_gets_everything_once_it_is_back() -> None:
    async with running_sandbox() as sandbox:
        hook = Hook()
        app = FastAPI()
        app.router.routes.append(Route("/hook", hook.receive, methods=["POST"]))
        anna = await sandbox.telegram.user("Anna")
        await anna.say("before the webhook")
        async with serving(app) as url:
            await sandbox.result("setWebhook", url=f"{url}/hook")
            await anna.say("after it")
            await hook.count(2)
        assert hook.texts() == ["before the webhook", "after it"]


async def test_another_chat_does_not_wait() -> None:
    async with hooked() as (sandbox, hook):
        hook.behave = lambda update: Response(status_code=500 if update["message"]["text"] == "stuck" else 200)
        anna, igor = await sandbox.telegram.user("Anna"), await sandbox.telegram.user("Igor")
        await anna.say("stuck")
        await hook.count(1)
        await igor.say("free")
        async with asyncio.timeout(10), hook.arrived:
            await hook.arrived.wait_for(lambda: "free" in hook.texts())


async def test_not_more_connections_than_allowed() -> None:
    async with hooked(max_connections=1) as (sandbox, hook):
        now, most = 0, 0
        gate = asyncio.Event()
        receive = hook.receive

        async def slow(request: Request) -> Response:
            nonlocal now, most
            now += 1
            most = max(most, now)
            if len(hook.got) == 0:
                await gate.wait()
            response = await receive(request)
            now -= 1
            return response

        people = [await sandbox.telegram.user(f"Patient {number}") for number in range(5)]
        async with serving(_app(slow)) as url:
            await sandbox.result("setWebhook", url=f"{url}/hook", max_connections=1)
            for person in people:
                await person.say("hello")
            gate.set()
            await hook.count(5)
            assert most == 1
            await sandbox.result("deleteWebhook")


def _app(endpoint: Any) -> FastAPI:
    app = FastAPI()
    app.router.routes.append(Route("/hook", endpoint, methods=["POST"]))
    return app


async def test_a_call_in_the_answer_is_carried_out() -> None:
    """WebhookActor.cpp, handle: any method but those that get something or change the webhook."""
    async with hooked() as (sandbox, hook):
        anna = await sandbox.telegram.user("Anna")
        content = {"method": "sendMessage", "chat_id": anna.id, "text": "by answer", "reply_markup": button()}
        hook.behave = lambda _: JSONResponse(content)
        await anna.say("hello")
        answer = await anna.next_message()
        assert (answer.text, answer.labels) == ("by answer", ["Book"])


async def test_dropping_what_waits() -> None:
    async with running_sandbox() as sandbox:
        anna = await sandbox.telegram.user("Anna")
        await anna.say("hello")
        assert await sandbox.telegram.pending_updates() == 1
        await sandbox.result("deleteWebhook", drop_pending_updates=True)
        assert await sandbox.telegram.pending_updates() == 0


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        ({"url": "http://clinic.example/hook"}, "bad webhook: An HTTPS URL must be provided for webhook"),
        (
            {"url": "https://clinic.example:9000/hook"},
            "bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443",
        ),
        ({"url": "ftp://clinic.example"}, "invalid webhook URL specified"),
        ({"url": "https://clinic.example:99999/"}, "invalid webhook URL specified"),
        ({"url": "https://clinic.example", "secret_token": "a" * 257}, "secret token is too long"),
        ({"url": "https://clinic.example", "secret_token": "с"}, "secret token contains unallowed characters"),
    ],
)
async def test_webhooks_that_are_refused(sandbox: Sandbox, settings: dict[str, str], words: str) -> None:
    """Client.cpp, do_set_webhook and on_webhook_closed; WebhookActor.cpp, start_up."""
    assert await sandbox.call("setWebhook", **settings) == bad(words)
    assert (await sandbox.result("getWebhookInfo"))["url"] == ""
