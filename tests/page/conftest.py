"""Fixtures of the page's tests: one sandbox with the page, one headless Chromium, people of one's own in every test."""

import os
import shutil
from collections.abc import AsyncIterator

import httpx
import pytest
import pytest_asyncio
from playwright.async_api import Browser, async_playwright

from sandbox.bot_api.flood import FloodLimits
from sandbox.main import create_app
from sandbox.page import PageSettings, mount_page
from sandbox.settings import BotSettings, SandboxSettings
from sandbox.world import World
from tests.page.script_bot import TOKEN, ScriptBot
from tests.page.seats import Desks, Seats
from tests.support.serving import serving

FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest_asyncio.fixture(scope="session")
async def browser() -> AsyncIterator[Browser]:
    """Chromium; where there is none, its tests fail in CI and are skipped elsewhere."""
    path = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    if path is None:
        if os.environ.get("CI"):
            pytest.fail("no Chromium: set CHROMIUM to its path")
        pytest.skip("no Chromium here; set CHROMIUM to its path")
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        await browser.close()


@pytest_asyncio.fixture(scope="session")
async def desks(browser: Browser) -> Desks:
    return Desks(browser)


@pytest_asyncio.fixture(scope="session")
async def telegram() -> AsyncIterator[tuple[str, World]]:
    """The address of a sandbox with its page, and its world. One a session, as NiceGUI is one a process."""
    bot = BotSettings(token=TOKEN, username="script_bot", name="Регистратура")
    app = create_app(SandboxSettings(bots=[bot], flood=FloodLimits(enabled=False)))
    mount_page(app, app.state.world, PageSettings(language="ru", patience=0.5))
    async with serving(app) as url:
        yield url, app.state.world


@pytest_asyncio.fixture
async def bot(telegram: tuple[str, World]) -> AsyncIterator[ScriptBot]:
    """What the test lets the bot do, over plain HTTP."""
    async with httpx.AsyncClient(base_url=f"{telegram[0]}/bot{TOKEN}/", timeout=10) as http:
        yield ScriptBot(http)


@pytest_asyncio.fixture
async def seats(telegram: tuple[str, World], desks: Desks) -> AsyncIterator[Seats]:
    """Chairs before the page; all are cleared away after the test, and no page may have met an error."""
    seats = Seats(*telegram, desks)
    yield seats
    await seats.clear()
