"""Whether the bot can serve, asked at most every few seconds."""

import asyncio
import time
from collections.abc import Awaitable, Callable

import httpx
from aiogram.exceptions import AiogramError

from bot.main.parts import Parts
from bot.storage.database import FAILURES

PATIENCE = 2.0
KEEP_SECONDS = 5.0
"""A good answer holds so long: whoever asks us often must not ask Telegram as often."""


class Readiness:
    """What is missing, by part; empty: nothing is."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self._good_until: dict[str, float] = {}

    async def missing(self) -> list[str]:
        checks = {"database": self._database, "telegram": self._telegram, "clinic": self._clinic}
        answers = await asyncio.gather(*(self._check(name, check) for name, check in checks.items()))
        return [name for name, well in zip(checks, answers, strict=True) if not well]

    async def _check(self, name: str, check: Callable[[], Awaitable[bool]]) -> bool:
        now = time.monotonic()
        if self._good_until.get(name, 0.0) > now:
            return True
        try:
            async with asyncio.timeout(PATIENCE):
                well = await check()
        except (*FAILURES, httpx.HTTPError, AiogramError, UnicodeDecodeError):
            return False
        if well:
            self._good_until[name] = now + KEEP_SECONDS
        return well

    async def _database(self) -> bool:
        await self._parts.pool.fetchval("SELECT 1")
        return True

    async def _telegram(self) -> bool:
        await self._parts.bot.get_me(request_timeout=int(PATIENCE))
        return True

    async def _clinic(self) -> bool:
        async with httpx.AsyncClient(trust_env=False, timeout=PATIENCE) as client:
            return (await client.get(f"{self._parts.settings.api_url}/readyz")).status_code == 200
