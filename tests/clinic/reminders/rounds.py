"""The worker's rounds that concern reminders, done when a test says so."""

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import asyncpg
import httpx

from clinic.main.parts import Parts
from clinic.reminders.check import CheckReminders
from clinic.reminders.closing import TellClosing
from clinic.reminders.confirming import RequireComing
from clinic.reminders.plan import PlanReminders
from clinic.reminders.rules import Rules, rules_of
from clinic.reminders.send import SendReminders
from clinic.reminders.unconfirmed import EndUnconfirmed
from tests.clinic.api.asking import Json
from tests.support.serving import Clinic


def rules(parts: Parts) -> Rules:
    return rules_of(parts.settings.reminding)


async def planned(parts: Parts) -> int:
    """Rounds of the planner, until nothing is left to do."""
    did = 0
    while round_ := await RequireComing(parts.database, rules(parts))(parts.clock()):
        did += round_
    while round_ := await PlanReminders(parts.database, rules(parts))(parts.clock()):
        did += round_
    return did


async def sent(parts: Parts) -> int:
    """One round of the planner and of the sender; how many were sent, skipped or put off."""
    await planned(parts)
    return await SendReminders(parts.database, rules(parts))(parts.clock())


async def ended(parts: Parts) -> int:
    return await EndUnconfirmed(parts.counter)(parts.clock())


async def evening(parts: Parts) -> int:
    return await TellClosing(parts.database, rules(parts))(parts.clock())


async def checked(parts: Parts, zone: str = "UTC") -> int:
    """How many visits the day's check found without a reminder."""
    found: list[int] = []
    await CheckReminders(parts.database, rules(parts), ZoneInfo(zone), found.append)(parts.clock())
    return found[-1]


async def news(clinic: Clinic, kind: str | None = None, *, outcome: str = "sent") -> list[Json]:
    """What the bot would tell now, acknowledged with an outcome; `kind`: only these are answered."""
    claimed = (await clinic.staff.post("/deliveries/claim", json={"limit": 100})).json()["deliveries"]
    for each in claimed:
        body = {"lease": each["lease"], "outcome": outcome}
        answer = await clinic.staff.post(f"/deliveries/{each['delivery_id']}/ack", json=body)
        assert answer.status_code == 200, answer.text
    return [each for each in claimed if kind in (None, each["kind"])]


async def reminders(clinic: Clinic) -> list[tuple[str, str, str]]:
    """Kind, status and due time (``HH:MM`` of UTC, with the day) of all, in the order in which they are due."""
    rows = await fetch(clinic, "SELECT kind, status, due_at FROM reminders ORDER BY due_at, kind")
    return [(row["kind"], row["status"], f"{row['due_at']:%d %H:%M}") for row in rows]


async def fetch(clinic: Clinic, query: str, *values: Any) -> list[Any]:
    connection = await asyncpg.connect(clinic.database_url)
    try:
        return list(await connection.fetch(query, *values))
    finally:
        await connection.close()


async def no_show(clinic: Clinic, visit: Json) -> None:
    answer = await clinic.staff.post(f"/appointments/{visit['id']}/no-show")
    assert answer.status_code == 200, answer.text


async def status(client: httpx.AsyncClient, visit: Json) -> str:
    return str((await client.get(f"/appointments/{visit['id']}")).json()["status"])


def move_to(clinic: Clinic, moment: datetime) -> None:
    """The clock goes on to a moment."""
    assert moment >= clinic.clock.now
    clinic.clock.now = moment
