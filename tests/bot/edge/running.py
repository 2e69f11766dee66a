"""The whole way in one process: the local Telegram, the real clinic on a real database, and the bot's edge between.

async with running_edge(edge_database, clock) as edge:
    anna = await edge.telegram.user("Anna", language_code="ru")
    await anna.start()
    hello = await anna.next_message()
"""

import asyncio
import socket
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import asyncpg
import httpx
from pydantic import SecretStr

import agent
from agent.turn import Receptionist
from bot.main.run import run_bot
from bot.main.settings import BotSettings
from bot.sending.limits import SendLimits
from bot.storage.database import address
from sandbox.client import Telegram
from tests.sandbox.running import TOKEN, Sandbox, running_sandbox
from tests.support.clock import StillClock
from tests.support.serving import API_TOKEN, IDENTITY_SECRET, Clinic, running_clinic

PATIENCE = 10.0
UNLIMITED = SendLimits(overall_per_second=10_000, chat_per_second=10_000, chat_burst=1_000, group_per_minute=600_000)


def edge_settings(telegram_url: str, clinic_url: str, database_url: str, **changes: object) -> BotSettings:
    """No limits on sending, quick questions for news, no digest for managers, any free port."""
    known: dict[str, object] = {
        "token": SecretStr(TOKEN),
        "telegram_api_url": telegram_url,
        "database_url": database_url,
        "api_url": clinic_url,
        "api_token": SecretStr(API_TOKEN),
        "identity_secret": SecretStr(IDENTITY_SECRET),
        "limits": UNLIMITED,
        "deliveries_every": 0.1,
        "digest_every": None,
        "stop_seconds": 3.0,
        "port": 0,
    }
    return BotSettings.model_validate(known | changes)


class Table:
    """Looks at the bot's tables."""

    def __init__(self, database_url: str) -> None:
        self._url = database_url

    async def rows(self, query: str, *values: Any) -> list[Any]:
        connection = await asyncpg.connect(**address(self._url))
        try:
            return list(await connection.fetch(query, *values))
        finally:
            await connection.close()

    async def value(self, query: str, *values: Any) -> Any:
        return (await self.rows(query, *values))[0][0]

    async def until(self, query: str, wanted: Any, *values: Any) -> None:
        """Wait until the query's one value is as wanted."""
        found = None
        try:
            async with asyncio.timeout(PATIENCE):
                # Another process may be the one that writes: there is nothing to wait for but the table.
                while (found := await self.value(query, *values)) != wanted:  # noqa: ASYNC110
                    await asyncio.sleep(0.01)
        except TimeoutError:
            raise AssertionError(f"{query}: {found!r}, not {wanted!r}") from None

    async def all_done(self) -> None:
        """Nothing waits any more, neither to be handled nor to be sent."""
        await self.until("SELECT count(*) FROM bot.updates WHERE state = 'pending'", 0)
        await self.until("SELECT count(*) FROM bot.sends WHERE outcome IS NULL", 0)


@dataclass
class Edge:
    """A running bot and what is around it."""

    telegram: Telegram
    """People's side of the local Telegram: `await edge.telegram.user("Anna")`."""
    sandbox: Sandbox
    clinic: Clinic
    table: Table
    url: str
    """Of the bot's health, metrics and webhook."""
    settings: BotSettings
    stop: asyncio.Event
    """Set it to end the bot in an orderly way."""
    running: "asyncio.Task[None]"

    async def health(self, path: str = "/readyz") -> httpx.Response:
        async with httpx.AsyncClient(trust_env=False) as client:
            return await client.get(self.url + path)


@asynccontextmanager
async def running_edge(
    database_url: str,
    clock: StillClock,
    *,
    receptionist: Receptionist | None = None,
    sandbox_changes: dict[str, Any] | None = None,
    clinic_changes: dict[str, Any] | None = None,
    at_port: int = 0,
    **changes: object,
) -> AsyncIterator[Edge]:
    """The bot polls a local Telegram of its own; the offline agent answers unless there is another receptionist.

    `changes` to `edge_settings`. One clock for all three. The database: the fixture `edge_database`.
    """
    async with (
        running_sandbox(clock, **(sandbox_changes or {})) as sandbox,
        running_clinic(database_url, clock, **(clinic_changes or {})) as clinic,
        running_bot(sandbox, clinic, database_url, clock, receptionist, at_port=at_port, **changes) as edge,
    ):
        yield edge


@asynccontextmanager
async def running_bot(
    sandbox: Sandbox,
    clinic: Clinic,
    database_url: str,
    clock: Callable[[], datetime],
    receptionist: Receptionist | None = None,
    *,
    at_port: int = 0,
    **changes: object,
) -> AsyncIterator[Edge]:
    """A bot beside a Telegram and a clinic that run already: for tests that start it again, or two of them."""
    settings = edge_settings(sandbox.url, clinic.url, database_url, **changes)
    stop = asyncio.Event()
    with socket.create_server(("127.0.0.1", at_port)) as listening:
        url = f"http://127.0.0.1:{listening.getsockname()[1]}"
        async with asyncio.TaskGroup() as tasks:
            bot = run_bot(settings, stop=stop, clock=clock, receptionist=receptionist, listening=listening)
            running = tasks.create_task(bot)
            try:
                yield Edge(sandbox.telegram, sandbox, clinic, Table(database_url), url, settings, stop, running)
            finally:
                stop.set()
                await asyncio.wait([running])


def offline_receptionist() -> Receptionist:
    """One offline agent for many tests: its graph is built once."""
    return agent.build(agent.AgentSettings())
