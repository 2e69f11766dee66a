"""Blocked and unblocked: the visits stay, the reminders become calls, and come back."""

from datetime import UTC, datetime

from clinic.main.parts import Parts
from tests.clinic.api.asking import Json, at, book, refused, registered
from tests.clinic.reminders.rounds import fetch, move_to, news, planned, reminders, sent, status
from tests.support.serving import Clinic

ME = "telegram:1"


async def tasks(clinic: Clinic, wanted: str = "open") -> list[Json]:
    found: list[Json] = (await clinic.staff.get("/call-tasks", params={"status": wanted})).json()["call_tasks"]
    return found


async def reach(clinic: Clinic, *, reachable: bool) -> Json:
    answer = await (await clinic.patient(ME)).put("/reach", json={"reachable": reachable})
    assert answer.status_code == 200, answer.text
    said: Json = answer.json()
    return said


async def test_blocking_leaves_the_visit_and_makes_a_call_of_its_reminders(clinic: Clinic, parts: Parts) -> None:
    patient, client_id = await registered(clinic, ME)
    visit = await book(patient, at(12, day=3), client_id=client_id)
    await planned(parts)
    assert await reach(clinic, reachable=False) == {"reachable": False, "unreachable_since": "2026-03-02T06:00:00Z"}
    assert {one[1] for one in await reminders(clinic)} == {"cancelled"}
    assert await status(clinic.staff, visit) == "confirmed"
    (task,) = await tasks(clinic)
    assert (task["reason"], task["appointment_id"], task["due_by"]) == (
        "blocked_bot",
        visit["id"],
        "2026-03-02T12:00:00Z",
    )
    clinic.clock.advance(hours=1)
    assert (await reach(clinic, reachable=False))["unreachable_since"] == "2026-03-02T06:00:00Z"
    move_to(clinic, datetime(2026, 3, 2, 12, tzinfo=UTC))
    assert await sent(parts) == 0
    assert await news(clinic) == []
    assert len(await tasks(clinic)) == 1
    events = await fetch(clinic, "SELECT type, aggregate_version FROM outbox WHERE aggregate = 'account'")
    assert [tuple(event) for event in events] == [("account.unreachable", 1)]


async def test_unblocking_plans_again_and_calls_nobody(clinic: Clinic, parts: Parts) -> None:
    patient, client_id = await registered(clinic, ME)
    await book(patient, at(12, day=3), client_id=client_id)
    await planned(parts)
    await reach(clinic, reachable=False)
    clinic.clock.advance(hours=1)
    assert await reach(clinic, reachable=True) == {"reachable": True, "unreachable_since": None}
    assert await tasks(clinic) == []
    assert len(await tasks(clinic, "cancelled")) == 1
    assert await reminders(clinic) == [("24h", "planned", "02 12:00"), ("2h", "planned", "03 10:00")]
    move_to(clinic, datetime(2026, 3, 2, 12, tzinfo=UTC))
    assert await sent(parts) == 1


async def test_a_delivery_that_finds_nobody_says_the_same(clinic: Clinic, parts: Parts) -> None:
    patient, client_id = await registered(clinic, ME)
    await book(patient, at(12, day=3), client_id=client_id)
    move_to(clinic, datetime(2026, 3, 2, 12, tzinfo=UTC))
    await sent(parts)
    assert len(await news(clinic, outcome="unreachable")) == 1
    (task,) = await tasks(clinic)
    assert task["reason"] == "blocked_bot"
    assert ("2h", "cancelled") in {one[:2] for one in await reminders(clinic)}


async def test_a_visit_that_staff_books_later_is_a_call_too_until_it_is_cancelled(clinic: Clinic, parts: Parts) -> None:
    _, client_id = await registered(clinic, ME)
    await reach(clinic, reachable=False)
    visit = await book(clinic.staff, at(12, day=3), client_id=client_id)
    await planned(parts)
    assert [task["appointment_id"] for task in await tasks(clinic)] == [visit["id"]]
    await clinic.staff.post(f"/call-tasks/{(await tasks(clinic))[0]['id']}/done", json={"by": "desk"})
    assert await planned(parts) == 0  # called is called
    second = await book(clinic.staff, at(14, day=3), client_id=client_id)
    await planned(parts)
    await clinic.staff.post(f"/appointments/{second['id']}/cancel")
    await planned(parts)
    assert await tasks(clinic) == []


async def test_nobody_is_made_up(clinic: Clinic) -> None:
    unknown = await clinic.patient("telegram:404")
    refused(await unknown.put("/reach", json={"reachable": False}), 404, "not_found")
    refused(await clinic.staff.put("/reach", json={"reachable": False}), 403, "forbidden")
    assert await fetch(clinic, "SELECT 1 FROM accounts WHERE external = 'telegram:404'") == []
