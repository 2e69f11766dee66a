"""Fixtures of the local Telegram's tests."""

from collections.abc import AsyncIterator

import pytest_asyncio
from aiogram import Bot

from sandbox.client import Person
from tests.sandbox.living import aiogram_bot, next_update
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


@pytest_asyncio.fixture
async def bot(fresh: Sandbox) -> AsyncIterator[Bot]:
    """A real bot in a sandbox of its own."""
    async with aiogram_bot(fresh.url) as bot:
        yield bot


@pytest_asyncio.fixture
async def visitor(fresh: Sandbox, bot: Bot) -> Person:
    """Has started the bot, and the bot has seen it."""
    person = await fresh.telegram.user("Anna", last_name="Petrova", language_code="ru")
    await person.start()
    await next_update(bot)
    return person
