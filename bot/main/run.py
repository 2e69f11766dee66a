"""`frontdesk bot`: one process of the Telegram bot, from its start to its end."""

import asyncio
import logging
import signal
import socket
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime

import uvicorn
from aiogram import Bot
from aiogram.exceptions import AiogramError, TelegramNotFound, TelegramUnauthorizedError
from fastapi import FastAPI

from agent.turn import Receptionist
from bot.dialogue.news import render
from bot.inbox.reading import ALLOWED
from bot.main.election import Election
from bot.main.health import health_app
from bot.main.introduce import introduce
from bot.main.parts import Parts, opened
from bot.main.readiness import Readiness
from bot.main.settings import BotSettings
from bot.managers.news import rendering
from bot.sending.outcomes import TokenRefused, pause
from bot.texts import LANGUAGES

__all__ = ["BotSettings", "TokenRefused", "run_bot"]
LAST_SECONDS = 1.0
"""After the work has ended, for open connections of the health page."""
log = logging.getLogger(__name__)


def _now() -> datetime:
    return datetime.now(UTC)


async def run_bot(
    settings: BotSettings,
    *,
    stop: asyncio.Event | None = None,
    clock: Callable[[], datetime] = _now,
    receptionist: Receptionist | None = None,
    listening: socket.socket | None = None,
) -> None:
    """Serve until SIGTERM or SIGINT, or until `stop` is set if there is one; ends within ten seconds then.

    The database must stand at the newest schema. `receptionist` and `listening`: instead of those of the settings.
    Raises TokenRefused, and one of bot.storage.database.FAILURES if the database cannot be reached at the start.
    """
    asked = stop or asyncio.Event()
    with _signals_set(asked, wanted=stop is None):
        async with opened(settings, clock, receptionist) as parts:
            election = Election(parts, clock, rendering(parts.office, render))
            app = health_app(
                Readiness(parts).missing,
                lambda: election.state,
                parts.metrics.registry,
                settings.webhook,
                parts.intake.take,
            )
            refused = False
            try:
                await _serve(parts, election, app, asked, listening)
            except* TokenRefused:
                refused = True
            if refused:
                raise TokenRefused


async def _serve(
    parts: Parts, election: Election, app: FastAPI, stop: asyncio.Event, listening: socket.socket | None
) -> None:
    settings = parts.settings
    server = _Server(
        uvicorn.Config(
            app,
            settings.host,
            settings.port,
            log_level="warning",
            lifespan="off",  # it has none; a cancelled one would print a traceback
            timeout_graceful_shutdown=int(LAST_SECONDS),
        )
    )
    # Opened here: a server that is stopped while it starts leaves a socket of its own open.
    taken = listening or socket.create_server((settings.host, settings.port), backlog=2048)
    with closing(taken):
        await _served(parts, election, server, taken, stop)


async def _served(
    parts: Parts, election: Election, server: uvicorn.Server, taken: socket.socket, stop: asyncio.Event
) -> None:
    async with asyncio.TaskGroup() as tasks:
        serving = tasks.create_task(server.serve(sockets=[taken]))
        present = tasks.create_task(_present(parts.bot, parts.settings))
        try:
            await election.run(stop)
        finally:
            present.cancel()
            server.should_exit = True
            await asyncio.wait([serving], timeout=2 * LAST_SECONDS)
            serving.cancel()


async def _present(bot: Bot, settings: BotSettings) -> None:
    """Tell Telegram how it reaches us and what we can do; tried until it listens. Raises TokenRefused."""
    attempts = 0
    while True:
        try:
            await _choose_way(bot, settings)
            await introduce(bot, LANGUAGES)
        except (TelegramUnauthorizedError, TelegramNotFound) as error:
            raise TokenRefused from error
        except (AiogramError, UnicodeDecodeError) as error:
            attempts += 1
            if attempts == 1:
                log.warning("Telegram does not listen yet, trying on: %s", type(error).__name__)
            await asyncio.sleep(pause(attempts))
        else:
            return


async def _choose_way(bot: Bot, settings: BotSettings) -> None:
    if settings.webhook is None:
        await bot.delete_webhook(drop_pending_updates=False)
        return
    await bot.set_webhook(
        settings.webhook.url,
        secret_token=settings.webhook.secret.get_secret_value(),
        allowed_updates=list(ALLOWED),
        max_connections=settings.webhook.max_connections,
        drop_pending_updates=False,
    )


@contextmanager
def _signals_set(stop: asyncio.Event, *, wanted: bool) -> Iterator[None]:
    """SIGTERM and SIGINT ask for an orderly end."""
    loop = asyncio.get_running_loop()
    numbers = (signal.SIGTERM, signal.SIGINT) if wanted else ()
    for number in numbers:
        loop.add_signal_handler(number, stop.set)
    try:
        yield
    finally:
        for number in numbers:
            loop.remove_signal_handler(number)


class _Server(uvicorn.Server):
    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield  # they are ours
