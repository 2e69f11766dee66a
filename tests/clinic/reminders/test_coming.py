"""Coming: said once, for the time that was read; needed by those who missed visits before."""

from datetime import UTC, datetime

from clinic.main.parts import Parts
from tests.clinic.api.asking import Json, at, book, refused, registered, starts
from tests.clinic.reminders.rounds import ended, fetch, move_to, news, no_show, planned, reminders, sent, status
from tests.support.serving import Clinic

ME = "telegram:1"


def moment(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 3, day, hour, minute, tzinfo=UTC)


async def after_two_missed(clinic: Clinic) -> int:
    """It is the morning of the 3rd; the person's number."""
    patient, client_id = await registered(clinic, ME)
    visits = [await book(patient, at(hour), client_id=client_id) for hour in (9, 10)]
    move_to(clinic, moment(2, 16))
    for visit in visits:
        await no_show(clinic, visit)
    move_to(clinic, moment(3, 9))
    await news(clinic)
    return client_id


async def its_visit(clinic: Clinic, client_id: int, start: str) -> Json:
    return await book(await clinic.patient(ME), start, client_id=client_id)


async def test_coming_is_kept_once(clinic: Clinic, parts: Parts) -> None:
    patient, client_id = await registered(clinic, ME)
    visit = await book(patient, at(12, day=3), client_id=client_id)
    move_to(clinic, moment(2, 12))
    await sent(parts)
    patient = await clinic.patient(ME)
    said = []
    for _ in range(2):
        answer = await patient.post(f"/appointments/{visit['id']}/coming", json={"start_time": visit["start_time"]})
        assert answer.status_code == 200, answer.text
        said.append(answer.json())
        clinic.clock.advance(seconds=30)
    assert said[0] == said[1]
    assert said[0]["coming_at"] == "2026-03-02T12:00:00Z"
    rows = await fetch(clinic, "SELECT kind, answer FROM reminders ORDER BY kind")
    assert [tuple(row) for row in rows] == [("24h", "coming"), ("2h", "none")]
    assert len(await fetch(clinic, "SELECT 1 FROM outbox WHERE type = 'confirmation.given'")) == 1
    assert (await clinic.staff.post(f"/appointments/{visit['id']}/coming")).json() == said[0]


async def test_coming_is_for_the_time_that_was_read_and_ones_own(clinic: Clinic) -> None:
    patient, client_id = await registered(clinic, ME)
    stranger, _ = await registered(clinic, "telegram:2")
    visit = await book(patient, at(9, day=3), client_id=client_id)
    address = f"/appointments/{visit['id']}/coming"
    refused(await stranger.post(address), 404, "not_found")
    await patient.post(f"/appointments/{visit['id']}/reschedule", json={"start_time": at(10, day=3)})
    refused(await patient.post(address, json={"start_time": visit["start_time"]}), 409, "changed_meanwhile")
    assert (await patient.post(address, json={"start_time": at(10, day=3)})).status_code == 200
    await patient.post(f"/appointments/{visit['id']}/cancel")
    refused(await patient.post(address), 409, "wrong_transition")
    begun = await book(patient, at(12), client_id=client_id)
    move_to(clinic, moment(2, 12, 1))
    refused(await (await clinic.patient(ME)).post(f"/appointments/{begun['id']}/coming"), 409, "too_late")


async def test_who_missed_two_visits_is_asked_and_keeps_the_next_by_answering(clinic: Clinic, parts: Parts) -> None:
    client_id = await after_two_missed(clinic)
    visit = await its_visit(clinic, client_id, at(12, day=5))
    await planned(parts)
    assert ("confirm", "planned", "03 18:00") in await reminders(clinic)
    move_to(clinic, moment(3, 18))
    assert await sent(parts) == 1
    (asked,) = await news(clinic, "reminder.due")
    assert asked["payload"]["reminder"] == "confirm"
    assert datetime.fromisoformat(asked["payload"]["confirm_by"]) == moment(4, 18)
    said = await (await clinic.patient(ME)).post(f"/appointments/{visit['id']}/coming")
    assert said.json()["confirm_by"] == "2026-03-04T18:00:00Z"
    move_to(clinic, moment(4, 18, 1))
    assert await ended(parts) == 0
    assert await status(clinic.staff, visit) == "confirmed"


async def test_without_an_answer_the_time_is_free_and_the_patient_is_told(clinic: Clinic, parts: Parts) -> None:
    client_id = await after_two_missed(clinic)
    visit = await its_visit(clinic, client_id, at(12, day=5))
    move_to(clinic, moment(3, 18))
    await sent(parts)
    await news(clinic)
    move_to(clinic, moment(4, 18))
    assert await ended(parts) == 1
    assert await ended(parts) == 0
    assert await status(clinic.staff, visit) == "cancelled"
    rows = await fetch(clinic, "SELECT status_reason FROM appointments WHERE id = $1", visit["id"])
    assert rows[0]["status_reason"] == "not_confirmed"
    (told,) = await news(clinic, "visit.not_confirmed")
    assert (told["recipient"], told["payload"]["appointment_id"]) == (ME, visit["id"])
    assert "12:00" in await starts(clinic.staff, doctor_id=1, from_="2026-03-05", to="2026-03-05")
    refused(await (await clinic.patient(ME)).post(f"/appointments/{visit['id']}/coming"), 409, "wrong_transition")


async def test_who_was_not_reached_loses_nothing_and_is_called(clinic: Clinic, parts: Parts) -> None:
    client_id = await after_two_missed(clinic)
    visit = await its_visit(clinic, client_id, at(12, day=5))
    move_to(clinic, moment(3, 18))
    await sent(parts)  # the bot never says what became of it
    move_to(clinic, moment(4, 18))
    assert await ended(parts) == 1
    assert await status(clinic.staff, visit) == "confirmed"
    tasks = (await clinic.staff.get("/call-tasks")).json()["call_tasks"]
    assert [(task["reason"], task["appointment_id"]) for task in tasks] == [("no_answer", visit["id"])]


async def test_a_worker_that_was_away_asks_nobody_too_late(clinic: Clinic, parts: Parts) -> None:
    client_id = await after_two_missed(clinic)
    visit = await its_visit(clinic, client_id, at(12, day=5))
    move_to(clinic, moment(4, 18))
    await planned(parts)
    assert await ended(parts) == 0
    assert await status(clinic.staff, visit) == "confirmed"


async def test_one_missed_visit_asks_for_nothing_and_a_short_notice_neither(clinic: Clinic, parts: Parts) -> None:
    patient, client_id = await registered(clinic, ME)
    missed = await book(patient, at(9), client_id=client_id)
    await book(patient, at(12, day=4), client_id=client_id)
    move_to(clinic, moment(2, 10))
    await no_show(clinic, missed)
    await planned(parts)
    assert await fetch(clinic, "SELECT 1 FROM confirmations") == []
    again = await its_visit(clinic, client_id, at(13))
    move_to(clinic, moment(2, 16))
    await no_show(clinic, again)
    short = await its_visit(clinic, client_id, at(9, 30, day=3))
    move_to(clinic, moment(2, 16, 30))
    await planned(parts)
    rows = await fetch(clinic, "SELECT appointment_id, confirm_by FROM confirmations ORDER BY for_start")
    assert [(row["appointment_id"] == short["id"], row["confirm_by"] is None) for row in rows] == [
        (True, True),
        (False, False),
    ]
