"""People at the page."""

from typing import Any

from playwright.async_api import Browser, BrowserContext, Locator, Page

from sandbox.world import User, World

DESKTOP = (1280, 800)
PHONE = (390, 844)


class Desks:
    """One browser profile for each size of screen, kept for all tests: a second page finds its scripts in the cache."""

    def __init__(self, browser: Browser) -> None:
        self.browser = browser
        self.contexts: dict[tuple[int, int], BrowserContext] = {}

    async def page(self, size: tuple[int, int]) -> Page:
        if size not in self.contexts:
            self.contexts[size] = context = await self.browser.new_context(
                viewport={"width": size[0], "height": size[1]},
                timezone_id="Asia/Vladivostok",
                has_touch=size == PHONE,
                is_mobile=size == PHONE,
                permissions=["clipboard-read", "clipboard-write"],
            )
            context.set_default_timeout(8000)
        return await self.contexts[size].new_page()


class Seats:
    def __init__(self, url: str, world: World, desks: Desks) -> None:
        self.url, self.world, self.desks = url, world, desks
        self.pages: list[Page] = []
        self.errors: list[str] = []

    def person(self, name: str = "Анна", *, started: bool = True, **more: Any) -> User:
        user = self.world.add_user(name, **{"language_code": "ru", **more})
        if started:
            self.world.start(user.id)
        return user

    async def sit(self, user: User, *, size: tuple[int, int] = DESKTOP, query: str = "") -> Page:
        """A tab in which the person has a seat, ready for use."""
        page = await self.desks.page(size)
        self.pages.append(page)
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on("console", lambda said: self.errors.append(said.text) if said.type == "error" else None)
        page.on("request", lambda request: self._refuse_outside(request.url))
        await page.goto(f"{self.url}/?as={user.id}{query}")
        await page.locator(".chat-item").first.wait_for(state="attached")
        return page

    async def clear(self) -> None:
        for page in self.pages:
            await page.close()
        assert not self.errors, self.errors

    def _refuse_outside(self, address: str) -> None:
        if not address.startswith((self.url, "data:", "blob:")):
            self.errors.append(f"asked an outside address: {address}")


def bubbles(page: Page) -> Locator:
    return page.locator(".bubble")


def last_bubble(page: Page) -> Locator:
    return page.locator(".bubble").last


def field(page: Page) -> Locator:
    return page.locator(".composer textarea")


async def write(page: Page, text: str) -> None:
    await field(page).fill(text)
    await field(page).press("Enter")
