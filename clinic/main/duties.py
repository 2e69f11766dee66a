"""What the worker does again and again: each duty by itself, so that a failing one never stops the others."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime

import structlog

from clinic.main.parts import Parts
from clinic.offers.close import ExpireOffers

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Duty:
    """`do` does what is due now and answers how many things that were; several workers may do it at once."""

    name: str
    every_seconds: float
    do: Callable[[datetime], Awaitable[int]]


def duties_of(parts: Parts) -> tuple[Duty, ...]:
    """All duties of the service."""
    return (Duty("expire_offers", 2.0, ExpireOffers(parts.counter, parts.close_offer)),)


async def keep_doing(
    duty: Duty,
    clock: Callable[[], datetime],
    done: Callable[[str, int | None], None],
    sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
) -> None:
    """Until it is cancelled; `done` hears how many things a round did, None for a round that failed.

    A round that did something is followed by the next at once: there may be more.
    """
    while True:
        try:
            count: int | None = await duty.do(clock())
        except (
            Exception
        ) as failure:  # the edge of the process: it is logged and counted, and the next round tries again
            log.error("duty_failed", duty=duty.name, error=type(failure).__name__)
            count = None
        done(duty.name, count)
        if not count:
            await sleep(duty.every_seconds)
