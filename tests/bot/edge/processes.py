"""The bot as a real process that can be killed: forked from a server that has imported everything once."""

import asyncio
import json
import multiprocessing
import signal
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from multiprocessing.context import ForkServerProcess

from pydantic import BaseModel, SecretStr

from tests.support.clock import StillClock

PRELOADED = ["bot.main.run", "agent.receptionist"]
"""Seconds of imports, paid once for all processes of a test run."""


class RunningClock(StillClock):
    """The real time: a process of its own cannot share a still clock."""

    def __call__(self) -> datetime:
        return datetime.now(UTC)


def _run(settings: str) -> None:
    import logging

    from bot.main.run import run_bot
    from bot.main.settings import BotSettings

    logging.basicConfig(level=logging.CRITICAL)
    asyncio.run(run_bot(BotSettings.model_validate_json(settings)))


def with_secrets(settings: BaseModel) -> str:
    """As JSON, with the secrets that models leave out when they are written."""
    return json.dumps(settings.model_dump(), default=SecretStr.get_secret_value)


def start(settings: str) -> ForkServerProcess:
    """A bot with its settings as JSON, secrets included."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(PRELOADED)
    process = context.Process(target=_run, args=(settings,), daemon=True)
    process.start()
    return process


async def ended(process: ForkServerProcess) -> int:
    """Wait for the end of a process; its exit code, minus the signal's number if one ended it."""
    loop = asyncio.get_running_loop()
    future: asyncio.Future[None] = loop.create_future()

    def over() -> None:
        if not future.done():
            future.set_result(None)

    loop.add_reader(process.sentinel, over)
    try:
        await future
    finally:
        loop.remove_reader(process.sentinel)
    process.join()
    return process.exitcode or 0


class Supervised:
    """A bot that is started again, without its kill point, when it dies."""

    def __init__(self) -> None:
        self.exit_codes: list[int] = []
        self.died = asyncio.Event()
        self.process: ForkServerProcess | None = None


@asynccontextmanager
async def supervised(first: str, then: str) -> AsyncIterator[Supervised]:
    """`first` and `then`: settings of the first process and of those after it."""
    bot = Supervised()

    async def keep_running() -> None:
        settings = first
        while True:
            bot.process = start(settings)
            try:
                bot.exit_codes.append(await ended(bot.process))
            finally:
                bot.process.kill()
                bot.process.join()
            if bot.exit_codes[-1] != -signal.SIGKILL:
                raise AssertionError(f"the bot ended by itself: {bot.exit_codes}")
            bot.died.set()
            settings = then

    async with asyncio.TaskGroup() as tasks:
        running = tasks.create_task(keep_running())
        try:
            yield bot
        finally:
            running.cancel()
