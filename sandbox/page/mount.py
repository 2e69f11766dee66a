"""Put the chat page into the local Telegram's app."""

import json
from pathlib import Path
from zoneinfo import ZoneInfo

from fastapi import FastAPI, Request
from nicegui import Client, ui
from nicegui import app as pages

from sandbox.page.file_routes import file_routes
from sandbox.page.guard import OwnNameOnly
from sandbox.page.seats import seat_of
from sandbox.page.settings import LANGUAGES, Language, PageSettings
from sandbox.page.times import zone_named
from sandbox.page.window import Window
from sandbox.page.words import words_of
from sandbox.world import World

STYLE = Path(__file__).parent / "page.css"
RECONNECT_SECONDS = 30.0
"""A laptop that slept a moment finds its tab as it was."""
ICON = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><circle cx="16" cy="16" r="16" fill="#2a9fdc"/>'
    '<path fill="#fff" d="M7 16l17-8-4 17-5-4-3 3-1-6 8-6-10 5z"/></svg>'
)


def mount_page(app: FastAPI, world: World, settings: PageSettings) -> None:
    """Serve the page at `/` of `app`, with all its assets: no outside address is asked. Call it last: it answers every
    path that no earlier route does. Once a process, as NiceGUI is made."""
    app.include_router(file_routes(world))
    pages.add_middleware(OwnNameOnly, hosts=settings.hosts)

    async def chat(request: Request, client: Client) -> None:
        """`?as=` chooses the seat, `?lang=` the language."""
        language = _language(request.query_params.get("lang"), settings)
        seat = seat_of(world, request.query_params.get("as"), words_of(language))
        ui.add_css(STYLE)
        await client.connected()
        # Nothing is drawn before the browser's zone is known: drawing twice would take buttons away under a finger.
        told = await _zone_of(client, language)
        if not client.is_deleted:
            Window(client, world, settings, seat, language, zone_named(told) or ZoneInfo(settings.zone))

    ui.page("/", title=settings.title, reconnect_timeout=RECONNECT_SECONDS)(chat)
    ui.run_with(
        app,
        title=settings.title,
        viewport="width=device-width, initial-scale=1, interactive-widget=resizes-content",
        favicon=ICON,
        dark=None,
        language="ru" if settings.language == "ru" else "en-US",
        reconnect_timeout=RECONNECT_SECONDS,
        tailwind=False,
        show_welcome_message=False,
    )


async def _zone_of(client: Client, language: Language) -> object:
    """What the browser says; None if it keeps silent. Tells it the language of the page by the way."""
    label = json.dumps(words_of(language)("loading"))
    ask = (
        f"document.documentElement.lang = '{language}';"
        f"document.querySelector('.q-loading-bar')?.setAttribute('aria-label', {label});"
        "return Intl.DateTimeFormat().resolvedOptions().timeZone"
    )
    try:
        return await client.run_javascript(ask, timeout=5)
    except TimeoutError:
        return None


def _language(wished: str | None, settings: PageSettings) -> Language:
    return next((each for each in LANGUAGES if each == wished), settings.language)
