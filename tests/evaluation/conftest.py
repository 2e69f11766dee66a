"""The evaluation's clinic, prepared once a run."""

from collections.abc import AsyncIterator

import pytest_asyncio

from evaluation.clinic import House, house, prepared


@pytest_asyncio.fixture(scope="session")
async def rooms(postgres_server: str) -> AsyncIterator[House]:
    """A service for one try after another."""
    async with prepared(postgres_server) as template, house(postgres_server, template) as made:
        yield made
