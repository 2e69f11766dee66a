"""A local Telegram over real HTTP, in this process."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import httpx

from sandbox.bot_api.flood import FloodLimits
from sandbox.client import Telegram
from sandbox.main import create_app
from sandbox.settings import BotSettings, SandboxSettings
from sandbox.world import World
from sandbox.world.state import system_clock
from tests.support.serving import serving

TOKEN = "7000000001:made-up-for-tests"
BOT_ID = 7_000_000_001


def sandbox_settings(**changes: Any) -> SandboxSettings:
    """One bot, nobody else, no limits on how much it says, quick webhooks."""
    known: dict[str, Any] = {
        "bots": [BotSettings(token=TOKEN, username="clinic_bot", name="Clinic")],
        "flood": FloodLimits(enabled=False),
        "first_webhook_pause_seconds": 0.02,
        "longest_webhook_pause_seconds": 0.1,
    }
    return SandboxSettings.model_validate(known | changes)


@dataclass
class Sandbox:
    url: str
    world: World
    telegram: Telegram
    """The people's side."""
    http: httpx.AsyncClient
    """To call the server as anybody."""

    async def call(self, method: str, token: str = TOKEN, **arguments: Any) -> dict[str, Any]:
        """A method of the Bot API as a JSON body; the whole answer, with its HTTP status as "status"."""
        response = await self.http.post(f"/bot{token}/{method}", json=arguments)
        return {**response.json(), "status": response.status_code}

    async def result(self, method: str, **arguments: Any) -> Any:
        """What a call that must go well results in."""
        answer = await self.call(method, **arguments)
        assert answer["ok"], answer
        return answer["result"]

    async def updates(self, offset: int = 0, wait: int = 0) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = await self.result("getUpdates", offset=offset, timeout=wait)
        return found


@asynccontextmanager
async def running_sandbox(clock: Callable[[], datetime] = system_clock, **changes: Any) -> AsyncIterator[Sandbox]:
    """`changes` to `sandbox_settings`."""
    app = create_app(sandbox_settings(**changes), clock)
    async with (
        serving(app) as url,
        Telegram(url) as telegram,
        httpx.AsyncClient(base_url=url, timeout=70, trust_env=False) as http,
    ):
        yield Sandbox(url, app.state.world, telegram, http)
