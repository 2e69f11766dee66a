"""Whatever patients, staff, Telegram and the clock do in whatever order: one reminder of a kind, of what stands."""

import random
from datetime import UTC, datetime, timedelta

import httpx
import pytest

from clinic.main.parts import Parts
from clinic.platform.settings import Reminding
from clinic.reminders.plan import PlanReminders
from clinic.reminders.rules import rules_of
from tests.clinic.api.asking import Json, at, book, registered
from tests.clinic.reminders.rounds import fetch, move_to, news, planned, reminders, sent
from tests.support.serving import Clinic

ME = "telegram:1"
STEPS = 40
STANDS = "a.status = 'confirmed' AND a.start_time = r.for_start AND p.unreachable_since IS NULL"
JOINED = "FROM reminders r JOIN appointments a ON a.id = r.appointment_id JOIN accounts p USING (account_id)"


async def step(clinic: Clinic, parts: Parts, patient: httpx.AsyncClient, visit: Json, chance: random.Random) -> None:
    """One act of somebody; what the clinic refuses changes nothing."""
    address = f"/appointments/{visit['id']}"
    match chance.choice(("move", "move", "cancel", "away", "back", "back", "coming", "wait", "wait", "wait")):
        case "move":
            target = at(chance.randrange(9, 17), day=chance.choice((3, 4, 5)))
            await clinic.staff.post(f"{address}/reschedule", json={"start_time": target})
        case "cancel" if chance.random() < 0.2:
            await clinic.staff.post(f"{address}/cancel")
        case "away":
            await patient.put("/reach", json={"reachable": False})
        case "back":
            await patient.put("/reach", json={"reachable": True})
        case "coming":
            await patient.post(f"{address}/coming")
        case "wait":
            clinic.clock.advance(minutes=chance.randrange(1, 240))


@pytest.mark.parametrize("seed", range(3))
async def test_random_walks(clinic: Clinic, parts: Parts, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - the same walk every time
    patient, client_id = await registered(clinic, ME)
    visits = [await book(patient, at(12, day=4), doctor_id=doctor, client_id=client_id) for doctor in (1, 2)]
    for _ in range(STEPS):
        await step(clinic, parts, await clinic.patient(ME), chance.choice(visits), chance)
        await sent(parts)
        now = clinic.clock()
        astray = await fetch(clinic, f"SELECT 1 {JOINED} WHERE r.status = 'planned' AND NOT ({STANDS})")
        assert astray == []
        forgotten = await fetch(
            clinic,
            f"SELECT 1 {JOINED} WHERE r.status = 'cancelled' AND a.start_time > $1 AND {STANDS}",
            now,
        )
        assert forgotten == []
        late = await fetch(clinic, "SELECT 1 FROM reminders WHERE status = 'sent' AND sent_at >= for_start")
        assert late == []
        calls = await fetch(
            clinic,
            "SELECT 1 FROM appointments a JOIN accounts p USING (account_id) WHERE a.status = 'confirmed' AND "
            "a.start_time > $1 AND p.unreachable_since IS NOT NULL AND NOT EXISTS (SELECT 1 FROM call_tasks t "
            "WHERE t.appointment_id = a.id AND t.reason = 'blocked_bot' AND t.created_at >= p.unreachable_since)",
            now,
        )
        assert calls == []
    told = [each["payload"] for each in await news(clinic, "reminder.due")]
    assert len({(one["appointment_id"], one["start_time"], one["reminder"]) for one in told}) == len(told)
    moments = await fetch(clinic, "SELECT sent_at FROM reminders WHERE sent_at IS NOT NULL")
    assert all(8 <= one["sent_at"].astimezone(UTC).hour < 21 for one in moments)


async def test_a_clock_change_between_booking_and_visit(clinic: Clinic, parts: Parts) -> None:
    """Three hours before 9:00 UTC it is 7:00 in Berlin's winter, which is quiet, and 8:00 in summer, which is not."""
    await fetch(clinic, "UPDATE branches SET time_zone = 'Europe/Berlin'")
    patient, client_id = await registered(clinic, ME)
    for day in (27, 30):  # the clocks change on the 29th
        await book(patient, at(9, day=day), client_id=client_id)
    plan = PlanReminders(parts.database, rules_of(Reminding(before=(timedelta(hours=3),))))
    for day in (26, 29):
        move_to(clinic, datetime(2026, 3, day, 12, tzinfo=UTC))
        await plan(clinic.clock())
    assert [due for _, _, due in await reminders(clinic)] == ["26 19:30", "30 06:00"]
    await planned(parts)
