"""The whole demo in a real browser: from the greeting to an appointment, at a desk and on a phone."""

import asyncio
import re
import sys
from collections.abc import AsyncIterator

import httpx
import pytest
import pytest_asyncio
from playwright.async_api import Browser, Locator, Page, expect

from tests.cli.demos import Demo, demo
from tests.page.seats import DESKTOP, PHONE, last_bubble, write

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the demo's processes are driven by POSIX signals")

PATIENCE = 20_000.0
"""Milliseconds: processes of three kinds and a browser share the machine."""


@pytest_asyncio.fixture(scope="module")
async def running(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Demo]:
    with demo(tmp_path_factory.mktemp("demo")) as started:
        await asyncio.to_thread(started.ready)
        yield started


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
async def test_from_the_greeting_to_an_appointment(running: Demo, browser: Browser, size: tuple[int, int]) -> None:
    """Greeting, consent, words, slot, confirmation; the card has its file and its pin, and the API the appointment."""
    width, height = size
    seat = {DESKTOP: "Анна", PHONE: "Игорь"}[size]
    context = await browser.new_context(viewport={"width": width, "height": height})
    context.set_default_timeout(PATIENCE)
    expect.set_options(timeout=PATIENCE)
    page = await context.new_page()
    await page.goto(f"{running.url}/?as={await person(running, seat)}")
    if size == PHONE:
        await page.locator(".chat-item").first.click()
    await page.get_by_role("button", name="Начать").click()
    await expect(page.locator(".bubble", has_text="Здравствуйте!")).to_be_visible()
    asked = await key(page, "Даю согласие").element_handle()
    await write(page, "болит горло, завтра после пяти")
    assert asked is not None
    await asked.wait_for_element_state("hidden")  # it is asked again below the words, and a tap between would be lost
    await key(page, "Даю согласие").last.click()
    await key(page, "ЛОР").first.click()
    await expect(last_bubble(page)).to_contain_text("Держу для вас до")
    await key(page, "Да, записать").click()
    card = page.locator(".bubble", has_text="Вы записаны")
    await expect(card).to_contain_text(
        re.compile(r"ул\. Садовая, 10|Парковая ул\., 3")
    )  # who is free depends on the day
    await expect(page.locator(".bubble", has_text=".ics")).to_be_visible()
    await expect(last_bubble(page)).to_contain_text(re.compile("Клиника на Садовой|Клиника у парка"))
    assert await page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), "the page scrolls sideways"
    await context.close()


def key(page: Page, words: str) -> Locator:
    """A button under a message."""
    return page.locator(".key", has_text=words)


async def person(running: Demo, name: str) -> int:
    async with httpx.AsyncClient(base_url=running.url, trust_env=False) as http:
        people = (await http.get("/sandbox/users")).json()
    return int(next(one["id"] for one in people if one["first_name"] == name))
