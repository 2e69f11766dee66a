"""What an API process does now and then, whatever is asked of it."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from datetime import timedelta

from clinic.appointments.idempotency import forget_answers
from clinic.deliveries.tidy import tidy_deliveries
from clinic.managers.tidy import tidy_invites
from clinic.platform.clock import Clock
from clinic.platform.database import FAILURES, Database
from clinic.platform.settings import ClinicSettings

EVERY_SECONDS = 3600


async def keep_house(
    database: Database,
    settings: ClinicSettings,
    clock: Clock,
    sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
) -> None:
    """Runs until it is cancelled."""
    while True:
        with suppress(*FAILURES):  # the database is away: next time
            await do_chores(database, settings, clock)
        await sleep(EVERY_SECONDS)


async def do_chores(database: Database, settings: ClinicSettings, clock: Clock) -> None:
    """Forget kept answers, finished deliveries and unused invitations that are old."""
    now = clock()
    await forget_answers(database, now - timedelta(hours=settings.idempotency_hours))
    await tidy_deliveries(database, now, timedelta(days=settings.delivery_days))
    await tidy_invites(database, now)
