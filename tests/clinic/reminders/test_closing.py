"""Visits that are over and not marked, marks that are taken back, missed visits, and the day's check."""

import asyncio
from datetime import UTC, datetime

import httpx
import pytest
from prometheus_client.parser import text_string_to_metric_families

from clinic.appointments.domain.states import FOLLOWS, UNDONE, State
from clinic.main.parts import Parts
from clinic.main.worker import create_worker
from tests.clinic.api.asking import Json, at, book, refused, registered
from tests.clinic.api.test_states import put_into
from tests.clinic.reminders.rounds import checked, evening, fetch, move_to, news, no_show, planned, reminders, status
from tests.support.serving import Clinic, clinic_settings, serving

ME = "telegram:1"


async def unmarked(clinic: Clinic, **more: int) -> list[Json]:
    answer = await clinic.staff.get("/appointments", params={"unmarked": "true", **more})
    assert answer.status_code == 200, answer.text
    found: list[Json] = answer.json()["appointments"]
    return found


async def test_the_closing_list_has_what_is_over_oldest_first(clinic: Clinic) -> None:
    patient, client_id = await registered(clinic, ME)
    second = await book(patient, at(10), client_id=client_id)
    first = await book(clinic.staff, at(9), patient_name="By Telephone")
    await book(clinic.staff, at(12))
    gone = await book(clinic.staff, at(11))
    await clinic.staff.post(f"/appointments/{gone['id']}/cancel")
    move_to(clinic, datetime(2026, 3, 2, 12, 15, tzinfo=UTC))
    await clinic.staff.post(f"/appointments/{second['id']}/arrive")
    listed = await unmarked(clinic)
    assert [visit["id"] for visit in listed] == [first["id"], second["id"]]
    assert [visit["visitor_name"] for visit in listed] == [None, "A. Patient"]
    assert await unmarked(clinic, branch_id=first["branch_id"] + 1) == []
    refused(await (await clinic.patient(ME)).get("/appointments", params={"unmarked": "true"}), 403, "forbidden")
    for visit in (first, second):
        assert (await clinic.staff.post(f"/appointments/{visit['id']}/came")).json()["status"] == "completed"
    assert await unmarked(clinic) == []


@pytest.mark.parametrize(("before", "action"), [("confirmed", "came"), ("arrived", "came"), ("confirmed", "no-show")])
async def test_a_mark_is_taken_back_to_what_it_was(clinic: Clinic, before: str, action: str) -> None:
    visit = await book(clinic.staff, at(9))
    move_to(clinic, datetime(2026, 3, 2, 10, tzinfo=UTC))
    if before == "arrived":
        await clinic.staff.post(f"/appointments/{visit['id']}/arrive")
    assert (await clinic.staff.post(f"/appointments/{visit['id']}/{action}")).status_code == 200
    clinic.clock.advance(minutes=30)
    undone = await clinic.staff.post(f"/appointments/{visit['id']}/unmark")
    assert (undone.status_code, undone.json()["status"]) == (200, before)
    refused(await clinic.staff.post(f"/appointments/{visit['id']}/unmark"), 409, "wrong_transition")
    assert [one["id"] for one in await unmarked(clinic)] == [visit["id"]]
    await clinic.staff.post(f"/appointments/{visit['id']}/{action}")
    clinic.clock.advance(minutes=31)
    refused(await clinic.staff.post(f"/appointments/{visit['id']}/unmark"), 409, "too_late")


async def test_only_marks_are_taken_back(clinic: Clinic) -> None:
    assert set(UNDONE) == {State.COMPLETED, State.NO_SHOW}
    assert not any(FOLLOWS[state] for state in UNDONE)  # their ends stay ends for everybody else
    visits = {state: await book(clinic.staff, at(9 + n // 2, 30 * (n % 2))) for n, state in enumerate(State)}
    clinic.clock.advance(hours=12)
    for state, visit in visits.items():
        await put_into(clinic, visit["id"], state)
        refused(await clinic.staff.post(f"/appointments/{visit['id']}/unmark"), 409, "wrong_transition")
    refused(await (await clinic.patient(ME)).post(f"/appointments/{visit['id']}/unmark"), 403, "forbidden")


async def test_a_time_that_somebody_else_got_is_not_taken_back(clinic: Clinic) -> None:
    visit = await book(clinic.staff, at(9), end_time=at(11))
    move_to(clinic, datetime(2026, 3, 2, 9, 20, tzinfo=UTC))
    await no_show(clinic, visit)
    await book(clinic.staff, at(10))
    refused(await clinic.staff.post(f"/appointments/{visit['id']}/unmark"), 409, "slot_taken")
    assert await status(clinic.staff, visit) == "no_show"


async def test_managers_are_told_once_in_the_evening_of_the_branch(clinic: Clinic, parts: Parts) -> None:
    visit = await book(clinic.staff, at(9))
    move_to(clinic, datetime(2026, 3, 2, 19, 29, tzinfo=UTC))
    assert await evening(parts) == 0
    clinic.clock.advance(minutes=1)
    assert sum(await asyncio.gather(*(evening(parts) for _ in range(3)))) >= 1
    (told,) = await news(clinic, "closing.due")
    assert (told["recipient"], told["branch_id"]) == ("managers", visit["branch_id"])
    assert told["payload"] == {"branch_id": visit["branch_id"], "day": "2026-03-02", "visits": 1}
    await clinic.staff.post(f"/appointments/{visit['id']}/came")
    clinic.clock.advance(days=1)
    assert await evening(parts) >= 1
    assert await news(clinic, "closing.due") == []


async def test_who_did_not_come_is_told_kindly_and_not_before_the_mark_stands(clinic: Clinic) -> None:
    patient, client_id = await registered(clinic, ME)
    visit = await book(patient, at(9), client_id=client_id)
    move_to(clinic, datetime(2026, 3, 2, 10, tzinfo=UTC))
    await no_show(clinic, visit)
    clinic.clock.advance(minutes=29)
    assert await news(clinic, "visit.missed") == []
    clinic.clock.advance(minutes=1)
    (told,) = await news(clinic, "visit.missed")
    assert (told["recipient"], told["payload"]["appointment_id"]) == (ME, visit["id"])
    late = await book(await clinic.patient(ME), at(15), client_id=client_id)
    move_to(clinic, datetime(2026, 3, 2, 22, tzinfo=UTC))
    await no_show(clinic, late)
    move_to(clinic, datetime(2026, 3, 3, 7, 59, tzinfo=UTC))
    assert await news(clinic, "visit.missed") == []
    clinic.clock.advance(minutes=1)
    assert len(await news(clinic, "visit.missed")) == 1


async def test_the_days_check_finds_what_the_planner_did_not(clinic: Clinic, parts: Parts) -> None:
    patient, client_id = await registered(clinic, ME)
    visit = await book(patient, at(12, day=4), client_id=client_id)
    assert await checked(parts) == 0  # more than 48 hours ahead
    clinic.clock.advance(days=1)
    assert await checked(parts) == 1
    assert await checked(parts) == 1  # the day's check, still
    (told,) = await news(clinic, "reminders.missing")
    assert (told["recipient"], told["payload"]) == ("managers", {"day": "2026-03-03", "visits": 1})
    await planned(parts)
    assert [one[:2] for one in await reminders(clinic)] == [("24h", "planned"), ("2h", "planned")]
    clinic.clock.advance(days=1)
    assert await checked(parts) == 0
    assert await status(clinic.staff, visit) == "confirmed"
    assert len(await fetch(clinic, "SELECT 1 FROM reminder_checks")) == 3


async def test_the_worker_shows_what_the_check_found(clinic: Clinic, parts: Parts) -> None:
    await fetch(clinic, "INSERT INTO reminder_checks VALUES ('2026-03-02', '2026-03-02 05:00Z', 3)")
    async with (
        serving(create_worker(clinic_settings(clinic.database_url), clinic.clock)) as url,
        httpx.AsyncClient(trust_env=False) as client,
    ):
        async with asyncio.timeout(10):
            found = -1.0
            while found != 3:
                text = (await client.get(f"{url}/metrics")).text
                families = {family.name: family for family in text_string_to_metric_families(text)}
                found = families["frontdesk_visits_without_reminder"].samples[0].value
                await asyncio.sleep(0.02)
