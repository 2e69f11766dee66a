"""The service over real HTTP on loopback, in this process, so that a test holds its clock."""

import asyncio
import socket
from collections.abc import AsyncIterator, Iterator
from contextlib import AsyncExitStack, asynccontextmanager, contextmanager
from dataclasses import dataclass

import httpx
import uvicorn
from fastapi import FastAPI

from clinic.main.app import create_app
from clinic.platform.settings import ClinicSettings
from contracts import identity
from tests.support.clock import StillClock

API_TOKEN = "test-token-of-the-bot"
IDENTITY_SECRET = "test-secret-of-identities"
SLOT_SECRET = "test-secret-of-slots"


def clinic_settings(database_url: str, **changes: object) -> ClinicSettings:
    known: dict[str, object] = {
        "database_url": database_url,
        "api_token": API_TOKEN,
        "identity_secret": IDENTITY_SECRET,
        "slot_secret": SLOT_SECRET,
        "pool_size": 8,
    }
    return ClinicSettings.model_validate(known | changes)


class _Server(uvicorn.Server):
    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield  # signals belong to pytest


@asynccontextmanager
async def serving(app: FastAPI) -> AsyncIterator[str]:
    """The address of the app while it is served."""
    server = _Server(uvicorn.Config(app, log_level="warning", lifespan="on", timeout_graceful_shutdown=3))
    with socket.socket(proto=socket.IPPROTO_TCP) as listening:  # named, or asyncio leaves TCP_NODELAY off: 40 ms a call
        listening.bind(("127.0.0.1", 0))
        listening.listen(1024)
        async with asyncio.TaskGroup() as group:
            task = group.create_task(server.serve(sockets=[listening]))
            try:
                while not server.started:
                    assert not task.done(), "the server ended before it started"
                    await asyncio.sleep(0.005)
                yield f"http://127.0.0.1:{listening.getsockname()[1]}"
            finally:
                server.should_exit = True
                # A failing test would cancel it: its sockets would stay with the loop, and hang the next connection.
                await asyncio.wait([task])


@dataclass
class Clinic:
    """A running service and how to call it."""

    url: str
    database_url: str
    clock: StillClock
    staff: httpx.AsyncClient
    _clients: AsyncExitStack

    async def patient(self, account: str) -> httpx.AsyncClient:
        """A client whose calls carry this account's identity, signed now."""
        return await self.client(
            Authorization=f"Bearer {API_TOKEN}",
            **{identity.HEADER: identity.sign(account, IDENTITY_SECRET, self.clock())},
        )

    async def client(self, **headers: str) -> httpx.AsyncClient:
        """A client with these headers, closed with the clinic."""
        client = httpx.AsyncClient(base_url=f"{self.url}/api/v1", headers=headers, timeout=30)
        return await self._clients.enter_async_context(client)


@asynccontextmanager
async def running_clinic(database_url: str, clock: StillClock, **settings: object) -> AsyncIterator[Clinic]:
    """The whole service on a database."""
    app = create_app(clinic_settings(database_url, **settings), clock)
    async with serving(app) as url, AsyncExitStack() as clients:
        staff = httpx.AsyncClient(
            base_url=f"{url}/api/v1", headers={"Authorization": f"Bearer {API_TOKEN}"}, timeout=30
        )
        yield Clinic(url, database_url, clock, await clients.enter_async_context(staff), clients)
