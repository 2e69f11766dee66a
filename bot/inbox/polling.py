"""Asks Telegram for updates; what it has given is kept before the next question acknowledges it."""

import asyncio
import logging
from collections.abc import Awaitable, Callable

from aiogram import Bot
from aiogram.exceptions import (
    AiogramError,
    TelegramConflictError,
    TelegramNotFound,
    TelegramRetryAfter,
    TelegramUnauthorizedError,
)

from bot.inbox.intake import Intake
from bot.inbox.raw_updates import RawUpdates
from bot.inbox.reading import ALLOWED
from bot.sending.outcomes import TokenRefused

WAIT_SECONDS, PATIENCE = 25, 10
"""How long Telegram may keep a question open, and how much longer the connection may take."""
LONGEST_PAUSE = 15.0
log = logging.getLogger(__name__)


async def poll(bot: Bot, intake: Intake, calm: Callable[[], Awaitable[None]]) -> None:
    """For ever; only one process of a bot may. `calm` returns when there is room for more.

    Raises TokenRefused, or one of database.FAILURES.
    """
    offset: int | None = None
    failures = 0
    while True:
        await calm()
        question = RawUpdates(offset=offset, timeout=WAIT_SECONDS, allowed_updates=list(ALLOWED))
        try:
            came = await bot(question, request_timeout=WAIT_SECONDS + PATIENCE)
        except (TelegramUnauthorizedError, TelegramNotFound) as error:
            raise TokenRefused from error
        except (AiogramError, UnicodeDecodeError) as error:  # a proxy's error page is no JSON
            failures += 1
            if failures == 1:
                log.warning("Telegram gives no updates, trying on: %s", _why(error))
            await asyncio.sleep(_pause(error, failures))
            continue
        if failures:
            log.warning("Telegram gives updates again")
            failures = 0
        if (highest := await intake.take(came)) is not None:
            offset = highest + 1


def _why(error: Exception) -> str:
    if isinstance(error, TelegramConflictError):
        return "another process asks for them, or a webhook is set"
    return type(error).__name__


def _pause(error: Exception, failures: int) -> float:
    if isinstance(error, TelegramRetryAfter):
        return float(error.retry_after)
    return float(min(LONGEST_PAUSE, 0.25 * 2 ** min(failures, 10)))
