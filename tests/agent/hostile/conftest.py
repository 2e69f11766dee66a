"""One arena for all tests of this folder: a server is quickly started, a receptionist is not."""

from collections.abc import AsyncIterator

import pytest_asyncio

from tests.agent.hostile.invariants import Arena, an_arena


@pytest_asyncio.fixture(scope="session")
async def arena() -> AsyncIterator[Arena]:
    async with an_arena() as made:
        yield made
