"""Databases that have the clinic's tables and the bot's."""

from collections.abc import AsyncIterator

import pytest_asyncio

from bot.migrations import runner
from tests.support import postgres


@pytest_asyncio.fixture(scope="session")
async def edge_template(postgres_server: str, demo_template: str) -> AsyncIterator[str]:
    """The name of a database with the demo clinic and the bot's schema."""
    async with postgres.database(postgres_server, demo_template) as url:
        await runner.upgrade(url)
        yield url.rpartition("/")[2].partition("?")[0]


@pytest_asyncio.fixture
async def edge_database(postgres_server: str, edge_template: str) -> AsyncIterator[str]:
    async with postgres.database(postgres_server, edge_template) as url:
        yield url
