"""Fixtures of the local Telegram's tests."""

from collections.abc import AsyncIterator

import pytest_asyncio

from sandbox.client import Person
from tests.sandbox.running import Sandbox, running_sandbox


@pytest_asyncio.fixture(scope="session")
async def sandbox() -> AsyncIterator[Sandbox]:
    """One for all tests that only bring people of their own."""
    async with running_sandbox() as running:
        yield running


@pytest_asyncio.fixture
async def fresh() -> AsyncIterator[Sandbox]:
    """One whose bot nobody else has spoken to."""
    async with running_sandbox() as running:
        yield running


@pytest_asyncio.fixture
async def anna(sandbox: Sandbox) -> Person:
    """A new person who has started the bot."""
    person = await sandbox.telegram.user("Anna", language_code="ru")
    await person.start()
    return person
