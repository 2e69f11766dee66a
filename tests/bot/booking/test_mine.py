"""/my shows the visits of all people of the account, and says for whom where there is more than one."""

from datetime import date

import pytest
from sqlalchemy import text

from bot.terminal.screen import Button
from clinic.platform.database import connect
from contracts.appointments import AppointmentRequest, AppointmentStatus, HoldRequest
from contracts.people import PersonRequest, Relation
from tests.bot.booking.tapping import button, buttons, labels, taps
from tests.bot.patient import Patient, at_the_terminal
from tests.bot.receptionists import ProposesNearest
from tests.support.serving import Clinic

ENT = ProposesNearest("ent")


async def books(patient: Patient, client_id: int, specialty: str) -> int:
    """Past the dialogue."""
    (slot,) = (await patient.calls.nearest_slots(specialty=specialty, client_id=client_id, limit=1)).slots
    hold = await patient.calls.hold(HoldRequest(slot_id=slot.slot_id, client_id=client_id))
    return (await patient.calls.book(AppointmentRequest(hold_id=hold.hold_id))).id


async def test_every_persons_visits_with_their_names_and_two_buttons_each(demo_clinic: Clinic) -> None:
    async with at_the_terminal(demo_clinic, ENT, language="ru") as patient:
        await patient.agrees("к лору")
        mine = (await patient.calls.add_person(PersonRequest())).client_id
        masha = PersonRequest(relation=Relation.CHILD, full_name="Маша")
        child = (await patient.calls.add_person(masha)).client_id
        first = await books(patient, mine, "dentist")
        assert "для кого: вы" in await patient.types("Мои записи")
        second = await books(patient, child, "pediatrician")
        shown = await patient.types("/my")
        assert f"№ {first}: " in shown
        assert "(для кого: Маша)" in shown
        wanted = {f"{word} № {number}" for number in (first, second) for word in ("Перенести", "Отменить")}
        assert set(labels(patient)) == wanted
        card = await taps(patient, f"Перенести № {second}", "Назад")
        assert "Для кого: Маша" in card
        assert "Педиатр" in card


async def test_the_calendar_file_comes_again_on_request(demo_clinic: Clinic) -> None:
    async with at_the_terminal(demo_clinic, ENT) as patient:
        await patient.agrees()
        await patient.types("1", "1")
        assert ".ics]" in await taps(patient, "Calendar file")
        file = button(patient, "Calendar file")
        patient.wire.down = True
        assert "There is no calendar file right now" in await patient.taps(file)


async def test_a_card_stands_although_its_extras_fail(demo_clinic: Clinic) -> None:
    async with at_the_terminal(demo_clinic, ENT) as patient:
        await patient.agrees()
        await patient.types("1")
        patient.wire.unanswered = "/api/v1/appointments/1.ics"
        shown = await patient.types("1")
        assert "Your visit is booked" in shown
        assert ".ics" not in shown
        assert "Calendar file" in shown


async def test_a_move_offers_the_same_doctor_and_keeps_the_number(demo_clinic: Clinic) -> None:
    async with at_the_terminal(demo_clinic, ENT) as patient:
        await patient.types("/book", "1")
        await taps(patient, "^General", "Садовой", "^3$", "^Morning", "09:00", "Book it")
        (mine,) = (await patient.calls.appointments()).appointments
        await taps(patient, "^Move$")
        assert all("Соколова" in one.label for one in buttons(patient) if "March" in one.label)
        await taps(patient, "calendar", "^4$", "^Morning", "09:00", "Yes, move it")
        (moved,) = (await patient.calls.appointments()).appointments
        assert (moved.id, moved.start_time.day) == (mine.id, 4)


FORGED = [
    *("bs", "bs:x", "bb:", "bd:", "bm:", "bt:", "bm:d0", "bt:d8..zzzz", "bp:::", "bp::8:h9", "bp:d8:8:0"),
    *("bp:d8:zz:hbcde", "bo:1:", "bo:zz:d8", "m:0", "m:zzzzzzzzzz", "my:1:8:hbcde", "v:1", "v:0", "i:1", "i:0"),
    *("bi", "bm:s", "bm:ssql'--", "bm:d8.....zz", "bt:d8..fuqm.x", "bt:d8..fuqm.e.zzz", "bp:.....1:8:hbcde"),
]


async def test_forged_buttons_are_answered_and_change_nothing(demo_clinic: Clinic) -> None:
    async with at_the_terminal(demo_clinic, ENT) as patient:
        await patient.agrees()
        message_id = patient.button(1).message_id
        for data in FORGED:
            forged = Button("", data, message_id)
            await patient.taps(forged)
            assert "Something went wrong" not in patient.last_message(), data
            assert "Something went wrong" not in patient.message(forged), data
            assert "does not answer" not in patient.last_message(), data
        assert (await patient.calls.appointments()).total == 0


@pytest.mark.parametrize("data", ["v:1", "m:1", "c:1", "cy:1", "cn:1", "i:1", "my:1:15:gwooo"])
async def test_somebody_elses_visit_is_no_visit_of_mine(demo_clinic: Clinic, data: str) -> None:
    body = {"doctor_id": 21, "start_time": "2026-03-03T17:30:00+03:00", "patient_name": "Somebody"}
    assert (await demo_clinic.staff.post("/appointments", json=body)).json()["id"] == 1
    async with at_the_terminal(demo_clinic, ENT) as patient:
        await patient.agrees()
        forged = Button("", data, patient.button(1).message_id)
        shown = await patient.taps(forged)
        assert "no such appointment" in shown or "no calendar file" in shown
    kept = (await demo_clinic.staff.get("/appointments/1")).json()
    assert (kept["status"], kept["start_time"]) == ("confirmed", body["start_time"])


async def test_a_visit_that_the_clinic_called_off_finds_another_doctor(demo_clinic: Clinic) -> None:
    async with at_the_terminal(demo_clinic, ENT, language="ru") as patient:
        await patient.types("/book", "1")
        await taps(patient, "^Терапевт", "Садовой", "^3$", "^Утро", "09:00", "записать меня")
        (mine,) = (await patient.calls.appointments()).appointments
        database = connect(demo_clinic.database_url, 1)
        async with database.transaction() as connection:
            await connection.execute(text("UPDATE appointments SET status = 'needs_rebooking'"))
        await database.close()
        assert "клиника отменила это время" in await patient.types("/my")
        await taps(patient, f"Перенести № {mine.id}", "календарь", "^3$", "^Вечер", "Громов")
        assert "Запись перенесена" in await taps(patient, "Да, перенести")
        (moved,) = (await patient.calls.appointments()).appointments
        assert (moved.id, moved.doctor_id, moved.status) == (mine.id, 2, AppointmentStatus.CONFIRMED)


async def an_adult_visits(patient: Patient) -> None:
    """From now on, after times have been shown already."""
    adult = PersonRequest(full_name="Анна", birth_date=date(1980, 1, 1))
    memory = patient.memory
    memory.client_id = (await patient.calls.add_person(adult)).client_id
    patient.memory = memory


async def test_a_doctor_for_children_asks_who_will_visit(demo_clinic: Clinic) -> None:
    """Nobody is sent in circles between times of a doctor who will not see them."""
    async with at_the_terminal(demo_clinic, ENT, language="ru") as patient:
        await patient.types("/book", "1")
        await taps(patient, "^Педиатр", "Садовой", "^3$", "^Утро")
        await an_adult_visits(patient)
        shown = await taps(patient, "09:00")
        assert "принимает пациентов другого возраста" in shown
        assert labels(patient)[:2] == ["Для кого?", "Выбрать кнопками"]
        shown = await taps(patient, "календарь")
        assert "Такого пациента здесь никто не принимает." in shown
        assert "Для кого?" in labels(patient)
        await patient.types("/book")
        assert "Март 2026" in await taps(patient, "^Стоматолог")
        assert (await patient.calls.appointments()).total == 0


async def test_a_proposal_of_a_doctor_for_children_asks_so_too(demo_clinic: Clinic) -> None:
    async with at_the_terminal(demo_clinic, ProposesNearest("pediatrician"), language="ru") as patient:
        await patient.agrees("к педиатру")
        await an_adult_visits(patient)
        assert "принимает пациентов другого возраста" in await patient.types("1")
        assert "Для кого?" in labels(patient)
