"""Reminders over the local Telegram: answered, late, in words, blocked and open again."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime

import pytest

from bot.texts import Language, texts
from clinic.main.parts import Parts, make_parts
from sandbox.client import Person
from tests.bot.edge.running import Edge, running_edge
from tests.bot.receptionists import Says
from tests.clinic.api.asking import CONSENT, Json, free
from tests.clinic.reminders.rounds import ended, no_show, planned, reminders, sent, status
from tests.support.clock import StillClock
from tests.support.serving import clinic_settings

TOLD = "SELECT outcome FROM deliveries ORDER BY delivery_id DESC LIMIT 1"


@asynccontextmanager
async def worker(edge: Edge) -> AsyncIterator[Parts]:
    parts = make_parts(clinic_settings(edge.clinic.database_url, pool_size=4), edge.clinic.clock)
    try:
        yield parts
    finally:
        await parts.database.close()


async def a_patient(edge: Edge, language: Language = "en") -> Person:
    anna = await edge.telegram.user("Anna", language_code=language)
    await anna.start()
    await anna.next_message()
    await edge.table.all_done()
    return anna


async def booked(edge: Edge, person: Person, day: str = "2026-03-04", *, number: int = 0) -> Json:
    """A visit in the middle of a day."""
    account = f"telegram:{person.id}"
    patient = await edge.clinic.patient(account)
    assert (await patient.post("/consents", json=CONSENT)).status_code == 201
    client_id = (await patient.post("/people", json={"relation": "self"})).json()["client_id"]
    slots = [one for one in await free(patient, specialty="ent", from_=day, to=day) if one["start_time"][11:] >= "12"]
    body = {"doctor_id": slots[number]["doctor_id"], "start_time": slots[number]["start_time"], "client_id": client_id}
    answer = await patient.post("/appointments", json=body)
    assert answer.status_code == 201, answer.text
    visit: Json = answer.json()
    return visit


def before(edge: Edge, visit: Json, hours: float) -> None:
    """The clock goes on until so many hours before the visit."""
    start = datetime.fromisoformat(visit["start_time"])
    edge.clinic.clock.advance(seconds=(start - edge.clinic.clock.now).total_seconds() - hours * 3600)


@pytest.mark.parametrize("language", ["ru", "en"])
async def test_a_reminder_is_answered_by_its_button(edge_database: str, clock: StillClock, language: Language) -> None:
    say = texts(language).say
    async with running_edge(edge_database, clock, receptionist=Says("Hm.")) as edge, worker(edge) as parts:
        anna = await a_patient(edge, language)
        visit = await booked(edge, anna)
        before(edge, visit, 24)
        assert await sent(parts) == 1
        reminder = await anna.wait_for_text(visit["doctor_name"])
        assert visit["start_time"][11:16] in reminder.text
        await edge.table.until(TOLD, "sent")
        await anna.press(say("reminder-coming"), reminder)
        known = await anna.changed(reminder)
        assert say("coming-known") in known.text
        rows = await edge.table.rows("SELECT answer FROM reminders WHERE kind = '24h'")
        assert [row["answer"] for row in rows] == ["coming"]


async def test_words_are_an_answer_too(edge_database: str, clock: StillClock) -> None:
    say = texts("ru").say
    async with running_edge(edge_database, clock, receptionist=Says("Хм.")) as edge, worker(edge) as parts:
        anna = await a_patient(edge, "ru")
        visit = await booked(edge, anna)
        before(edge, visit, 2)
        await sent(parts)
        await anna.wait_for_text(visit["doctor_name"])
        await anna.say("Да, приду!")
        await anna.wait_for_text(say("coming-known"))
        second = await booked(edge, anna, "2026-03-05")
        await anna.say("буду")
        question = await anna.wait_for_text(say("coming-which"))
        await anna.press((1, 0), question)
        assert second["start_time"][11:16] in (await anna.changed(question)).text
        assert await edge.table.value("SELECT count(*) FROM confirmations WHERE coming_at IS NOT NULL") == 2


async def test_move_and_cancel_are_those_of_my_and_a_late_tap_shows_how_it_stands(
    edge_database: str, clock: StillClock
) -> None:
    say = texts("en").say
    async with running_edge(edge_database, clock, receptionist=Says("Hm.")) as edge, worker(edge) as parts:
        anna = await a_patient(edge)
        visit = await booked(edge, anna)
        before(edge, visit, 24)
        await sent(parts)
        first = await anna.wait_for_text(visit["doctor_name"])
        patient = await edge.clinic.patient(f"telegram:{anna.id}")
        slots = await free(patient, doctor_id=visit["doctor_id"], from_="2026-03-04", to="2026-03-05")
        target = next(one for one in slots if one["start_time"] > visit["start_time"])
        moved = await patient.post(f"/appointments/{visit['id']}/reschedule", json={"slot_id": target["slot_id"]})
        assert moved.status_code == 200, moved.text
        await anna.press(say("reminder-coming"), first)
        stands = await anna.changed(first)
        assert say("news-moved") in stands.text
        assert target["start_time"][11:16] in stands.text
        assert await edge.table.value("SELECT count(*) FROM confirmations") == 0
        before(edge, moved.json(), 2)
        await sent(parts)
        again = await anna.wait_for(
            lambda sight: next(
                (one for one in sight.from_bot() if one.id > first.id and visit["doctor_name"] in one.text), None
            )
        )
        await anna.press(say("card-cancel"), again)
        sure = await anna.changed(again)
        await anna.press(say("cancel-yes"), sure)
        assert say("card-cancelled") in (await anna.changed(sure)).text
        assert await status(edge.clinic.staff, visit) == "cancelled"


async def test_what_changed_before_it_was_told_is_not_told(edge_database: str, clock: StillClock) -> None:
    async with running_edge(edge_database, clock, receptionist=Says("Hm.")) as edge, worker(edge) as parts:
        anna = await a_patient(edge)
        visit = await booked(edge, anna)
        before(edge, visit, 24)
        shown = len((await anna.look()).from_bot())
        await edge.table.rows(
            "CREATE FUNCTION wait() RETURNS trigger AS $$ BEGIN NEW.not_before := NEW.not_before "
            "+ interval '1 minute'; RETURN NEW; END $$ LANGUAGE plpgsql"
        )
        await edge.table.rows("CREATE TRIGGER wait BEFORE INSERT ON deliveries FOR EACH ROW EXECUTE FUNCTION wait()")
        assert await sent(parts) == 1
        patient = await edge.clinic.patient(f"telegram:{anna.id}")
        assert (await patient.post(f"/appointments/{visit['id']}/cancel")).status_code == 200
        clock.advance(minutes=1)
        await edge.table.until(TOLD, "sent")
        assert len((await anna.look()).from_bot()) == shown


async def test_a_block_is_told_at_once_and_its_end_too(edge_database: str, clock: StillClock) -> None:
    async with running_edge(edge_database, clock, receptionist=Says("Hm.")) as edge, worker(edge) as parts:
        anna = await a_patient(edge)
        visit = await booked(edge, anna, "2026-03-03")
        await planned(parts)
        await anna.block()
        blocked = "SELECT unreachable_since IS NOT NULL FROM accounts"
        await edge.table.until(blocked, True)
        (task,) = (await edge.clinic.staff.get("/call-tasks", params={"status": "open"})).json()["call_tasks"]
        assert (task["reason"], task["appointment_id"]) == ("blocked_bot", visit["id"])
        assert await status(edge.clinic.staff, visit) == "confirmed"
        assert {one[1] for one in await reminders(edge.clinic)} <= {"cancelled", "skipped"}
        await anna.unblock()
        await edge.table.until(blocked, False)
        assert (await edge.clinic.staff.get("/call-tasks", params={"status": "open"})).json()["total"] == 0
        before(edge, visit, 2)
        await sent(parts)
        await anna.wait_for_text(visit["doctor_name"])


async def test_who_missed_visits_is_asked_and_loses_the_time_without_an_answer(
    edge_database: str, clock: StillClock
) -> None:
    say = texts("en").say
    async with running_edge(edge_database, clock, receptionist=Says("Hm.")) as edge, worker(edge) as parts:
        anna = await a_patient(edge)
        missed = [await booked(edge, anna, "2026-03-02", number=number) for number in (0, 3)]
        before(edge, missed[1], 0)
        for one in missed:
            await no_show(edge.clinic, one)
        edge.clinic.clock.advance(minutes=30)
        kind = await anna.wait_for_text(missed[0]["doctor_name"])
        assert kind.buttons[0][0].text == say("visit-missed-again")
        visit = await booked(edge, anna, "2026-03-05")
        before(edge, visit, 42)
        await sent(parts)
        asked = await anna.wait_for_text("somebody else")
        assert "18:00" in asked.text
        await edge.table.until(TOLD, "sent")
        before(edge, visit, 12)
        assert await ended(parts) == 1
        over = await anna.wait_for_text(say("news-not-confirmed"))
        assert over.buttons[0][0].text == say("card-book-again")
        await anna.press(say("reminder-coming"), asked)
        assert say("standing-cancelled") in (await anna.changed(asked)).text
