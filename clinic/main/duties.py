"""What the worker does again and again: each duty by itself, so that a failing one never stops the others."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

import structlog

from clinic.main.parts import Parts
from clinic.offers.close import ExpireOffers
from clinic.reminders.check import CheckReminders
from clinic.reminders.closing import TellClosing
from clinic.reminders.confirming import RequireComing
from clinic.reminders.plan import PlanReminders
from clinic.reminders.rules import rules_of
from clinic.reminders.send import SendReminders
from clinic.reminders.unconfirmed import EndUnconfirmed
from clinic.waits.expire import ExpireWaits
from clinic.waits.offer_free import OfferFreeTimes

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Duty:
    """`do` does what is due now and answers how many things that were; several workers may do it at once."""

    name: str
    every_seconds: float
    do: Callable[[datetime], Awaitable[int]]


def duties_of(parts: Parts, without_reminder: Callable[[int], None] = lambda _: None) -> tuple[Duty, ...]:
    """All duties of the service. `without_reminder` hears how many visits the day's check found to lack one."""
    rules, zone = rules_of(parts.settings.reminding), ZoneInfo(parts.settings.time_zone)
    blocks = parts.blocks
    return (
        Duty("check_reminders", 60.0, CheckReminders(parts.database, rules, zone, without_reminder)),
        Duty("plan_reminders", 3.0, PlanReminders(parts.database, rules)),
        Duty("send_reminders", 2.0, SendReminders(parts.database, rules)),
        Duty("require_coming", 10.0, RequireComing(parts.database, rules)),
        Duty("end_unconfirmed", 15.0, EndUnconfirmed(parts.counter)),
        Duty("tell_closing", 30.0, TellClosing(parts.database, rules)),
        Duty("catch_late", 5.0, blocks.catch_late),
        Duty("end_useless_offers", 2.0, blocks.end_useless_offers),
        Duty("seek_other_times", 1.0, blocks.seek_other_times),
        Duty("keep_call_tasks", 2.0, blocks.keep_call_tasks),
        Duty("tell_boards", 2.0, blocks.tell_boards),
        Duty("decide_applications", 5.0, parts.applications.decide_due),
        Duty("remind_of_applications", 10.0, parts.applications.remind_due),
        Duty("give_back_cards", 15.0, parts.applications.cards.give_back),
        Duty("expire_offers", 2.0, ExpireOffers(parts.counter, parts.close_offer)),
        Duty("offer_free_times", 15.0, OfferFreeTimes(parts.counter, parts.wait_line)),
        Duty("expire_waits", 60.0, ExpireWaits(parts.database)),
    )


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
        except Exception as failure:
            # The edge of the process: it is logged and counted, and the next round tries again.
            log.error("duty_failed", duty=duty.name, error=type(failure).__name__)
            count = None
        done(duty.name, count)
        if not count:
            await sleep(duty.every_seconds)
