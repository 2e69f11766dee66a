"""Reminders follow their visits, go out once, and never for a visit that does not stand."""

import asyncio
from datetime import UTC, datetime

import asyncpg

from clinic.main.parts import Parts, make_parts
from clinic.reminders.send import SendReminders
from tests.clinic.api.asking import at, book, registered
from tests.clinic.reminders.rounds import fetch, move_to, news, planned, reminders, rules, sent
from tests.support.serving import Clinic, clinic_settings

ME = "telegram:1"


def moment(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 3, day, hour, minute, tzinfo=UTC)


async def test_a_visit_is_reminded_of_a_day_and_two_hours_before(clinic: Clinic, parts: Parts) -> None:
    patient, client_id = await registered(clinic, ME)
    visit = await book(patient, at(12, day=4), client_id=client_id)
    await planned(parts)
    assert await reminders(clinic) == []  # there is time
    move_to(clinic, moment(3, 11, 59))
    assert await sent(parts) == 0
    assert await reminders(clinic) == [("24h", "planned", "03 12:00"), ("2h", "planned", "04 10:00")]
    move_to(clinic, moment(3, 12))
    assert await sent(parts) == 1
    (told,) = await news(clinic)
    assert (told["kind"], told["recipient"], told["priority"]) == ("reminder.due", ME, 3)
    assert told["payload"]["appointment_id"] == visit["id"]
    assert datetime.fromisoformat(told["payload"]["start_time"]) == moment(4, 12)
    assert (told["payload"]["reminder"], told["payload"]["confirm_by"]) == ("24h", None)
    assert await sent(parts) == 0
    move_to(clinic, moment(4, 10, 5))
    assert await sent(parts) == 1
    assert [each["payload"]["reminder"] for each in await news(clinic)] == ["2h"]
    events = await fetch(clinic, "SELECT payload FROM outbox WHERE type = 'reminder.sent'")
    assert len(events) == 2
    assert "patient" not in str(events)


async def test_what_was_due_before_the_booking_is_not_sent(clinic: Clinic, parts: Parts) -> None:
    patient, client_id = await registered(clinic, ME)
    await book(patient, at(12), client_id=client_id)
    await planned(parts)
    assert await reminders(clinic) == [("2h", "planned", "02 10:00"), ("24h", "skipped", "02 12:00")]


async def test_quiet_hours_bring_a_reminder_forward(clinic: Clinic, parts: Parts) -> None:
    patient, client_id = await registered(clinic, ME)
    await book(patient, at(9, day=3), client_id=client_id)
    await planned(parts)
    assert await reminders(clinic) == [("24h", "planned", "02 09:00"), ("2h", "planned", "02 20:30")]


async def test_a_visit_that_moves_takes_its_reminders_along(clinic: Clinic, parts: Parts) -> None:
    patient, client_id = await registered(clinic, ME)
    visit = await book(patient, at(12, day=3), client_id=client_id)
    await planned(parts)
    moved = await patient.post(f"/appointments/{visit['id']}/reschedule", json={"start_time": at(14, day=3)})
    assert moved.status_code == 200, moved.text
    move_to(clinic, moment(2, 12))
    assert await sent(parts) == 0
    assert [one for one in await reminders(clinic) if one[1] == "planned"] == [
        ("24h", "planned", "02 14:00"),
        ("2h", "planned", "03 12:00"),
    ]
    patient = await clinic.patient(ME)
    back = await patient.post(f"/appointments/{visit['id']}/reschedule", json={"start_time": at(12, day=3)})
    assert back.status_code == 200, back.text
    await planned(parts)
    assert [one for one in await reminders(clinic) if one[1] == "planned"] == [("2h", "planned", "03 10:00")]


async def test_a_cancelled_visit_is_not_reminded_of(clinic: Clinic, parts: Parts) -> None:
    patient, client_id = await registered(clinic, ME)
    visit = await book(patient, at(12, day=3), client_id=client_id)
    await planned(parts)
    assert (await patient.post(f"/appointments/{visit['id']}/cancel")).status_code == 200
    move_to(clinic, moment(2, 12))
    # Even before the planner has seen it: the sending statement looks itself.
    assert await SendReminders(parts.database, rules(parts))(parts.clock()) == 0
    await planned(parts)
    assert {one[1] for one in await reminders(clinic)} == {"cancelled"}
    assert await news(clinic) == []


async def test_a_visit_that_is_being_changed_is_left_for_the_next_round(clinic: Clinic, parts: Parts) -> None:
    patient, client_id = await registered(clinic, ME)
    visit = await book(patient, at(12, day=3), client_id=client_id)
    move_to(clinic, moment(2, 12))
    await planned(parts)
    send = SendReminders(parts.database, rules(parts))
    connection = await asyncpg.connect(clinic.database_url)
    async with connection.transaction():
        await connection.execute("SELECT 1 FROM appointments WHERE id = $1 FOR UPDATE", visit["id"])
        assert await send(parts.clock()) == 0
    await connection.close()
    assert await send(parts.clock()) == 1


async def test_visits_without_an_account_are_nobodys(clinic: Clinic, parts: Parts) -> None:
    await book(clinic.staff, at(12, day=3), patient_name="By Telephone")
    assert await planned(parts) == 0


async def test_two_workers_send_each_reminder_once(clinic: Clinic, parts: Parts) -> None:
    for number in range(20):
        patient, client_id = await registered(clinic, f"telegram:{number}")
        await book(patient, at(12, day=3), doctor_id=number % 10 + 1, client_id=client_id) if number < 10 else None
    other = make_parts(clinic_settings(clinic.database_url, pool_size=4), clinic.clock)
    try:
        await asyncio.gather(planned(parts), planned(other), planned(parts))
        move_to(clinic, moment(2, 12))
        done = await asyncio.gather(*(SendReminders(p.database, rules(p))(parts.clock()) for p in (parts, other) * 3))
    finally:
        await other.database.close()
    assert sum(done) == 10
    assert len(await news(clinic, "reminder.due")) == 10


async def test_one_that_cannot_be_sent_stops_no_other(clinic: Clinic, parts: Parts) -> None:
    for number in range(5):
        patient, client_id = await registered(clinic, f"telegram:{number}")
        await book(patient, at(12, day=3), doctor_id=number + 1, client_id=client_id)
    await fetch(
        clinic,
        "CREATE FUNCTION poisoned() RETURNS trigger AS $$ BEGIN RAISE EXCEPTION 'poison'; END $$ LANGUAGE plpgsql",
    )
    await fetch(
        clinic,
        "CREATE TRIGGER poison BEFORE INSERT ON deliveries FOR EACH ROW WHEN (NEW.recipient = 'telegram:2') "
        "EXECUTE FUNCTION poisoned()",
    )
    move_to(clinic, moment(2, 12))
    assert await sent(parts) == 4
    assert {each["recipient"] for each in await news(clinic)} == {f"telegram:{n}" for n in (0, 1, 3, 4)}
    assert await sent(parts) == 0  # put off: it does not fail again at once
    await fetch(clinic, "DROP TRIGGER poison ON deliveries")
    clinic.clock.advance(minutes=11)
    assert await sent(parts) == 1


async def test_a_worker_that_was_away_wakes_nobody_and_sends_one(clinic: Clinic, parts: Parts) -> None:
    patient, client_id = await registered(clinic, ME)
    await book(patient, at(13, day=3), client_id=client_id)
    await planned(parts)
    move_to(clinic, moment(2, 23))  # 24 h before was at 13:00
    assert await sent(parts) == 1
    assert await news(clinic) == []
    assert await reminders(clinic) == [("24h", "planned", "03 08:00"), ("2h", "planned", "03 11:00")]
    move_to(clinic, moment(3, 11, 30))
    assert await sent(parts) >= 1
    await sent(parts)
    assert [each["payload"]["reminder"] for each in await news(clinic)] == ["2h"]
    assert ("24h", "skipped") in {one[:2] for one in await reminders(clinic)}


async def test_times_are_those_of_the_branch(clinic: Clinic, parts: Parts) -> None:
    """12:00 UTC is 4 in the morning in Los Angeles: both reminders go out in the evening before, there."""
    patient, client_id = await registered(clinic, ME)
    await book(patient, at(12, day=4), client_id=client_id)
    await fetch(clinic, "UPDATE branches SET time_zone = 'America/Los_Angeles'")
    move_to(clinic, moment(3, 0))
    await planned(parts)
    assert await reminders(clinic) == [("24h", "planned", "03 04:30"), ("2h", "planned", "04 04:30")]
