"""A long conversation over the real dialogue and service: what is wanted is remembered, whatever is said between."""

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

import agent
from agent.turn import Receptionist
from contracts.appointments import AppointmentStatus
from tests.bot.patient import at_the_terminal
from tests.support.serving import Clinic


@pytest_asyncio.fixture(scope="module")
async def offline() -> AsyncIterator[Receptionist]:
    receptionist = agent.build(agent.AgentSettings())
    yield receptionist
    await receptionist.aclose()


async def test_thirty_sentences_later_the_wish_is_the_same(demo_clinic: Clinic, offline: Receptionist) -> None:
    async with at_the_terminal(demo_clinic, offline) as patient:
        await patient.agrees()
        await patient.types("болит горло", "только женщина", "завтра не могу", *["спасибо", "сейчас подумаю"] * 15)

        await patient.types("вечером")

        shown = patient.memory.listed(demo_clinic.clock.now)
        assert shown
        assert {one.slot.doctor_name for one in shown} == {"Наталья Светлова"}
        assert {one.slot.start_time.hour for one in shown} <= {17, 18, 19, 20}
        assert {one.slot.start_time.day for one in shown}.isdisjoint({3})


async def test_a_choice_in_words_is_shown_alone_and_nothing_is_booked(
    demo_clinic: Clinic, offline: Receptionist
) -> None:
    async with at_the_terminal(demo_clinic, offline) as patient:
        await patient.agrees()
        await patient.types("к лору завтра")
        second = patient.memory.listed(demo_clinic.clock.now)[1].slot

        await patient.types("давайте второй вариант")

        (shown,) = patient.memory.listed(demo_clinic.clock.now)
        assert (shown.slot.doctor_id, shown.slot.start_time) == (second.doctor_id, second.start_time)
        assert patient.memory.hold is None
        assert (await patient.calls.appointments()).total == 0


async def test_after_a_booking_the_next_wish_begins_anew(demo_clinic: Clinic, offline: Receptionist) -> None:
    async with at_the_terminal(demo_clinic, offline) as patient:
        await patient.agrees()
        await patient.types("к лору завтра, только женщина", "1", "1")
        assert (await patient.calls.appointments()).total == 1

        assert patient.memory.wanted is None


async def test_ones_visits_and_a_call_are_asked_for_in_words(demo_clinic: Clinic, offline: Receptionist) -> None:
    async with at_the_terminal(demo_clinic, offline) as patient:
        await patient.agrees()
        await patient.types("к лору завтра", "1", "1")

        listed = await patient.types("когда я записан?")
        asked = await patient.types("пусть мне перезвонят, хочу поговорить с человеком")

    assert "Наталья Светлова" in listed or "Борис Тихонов" in listed
    assert "По какому номеру" in asked


async def test_russian_in_latin_letters_is_answered_in_russian(demo_clinic: Clinic, offline: Receptionist) -> None:
    async with at_the_terminal(demo_clinic, offline) as patient:
        await patient.agrees("privet, bolit gorlo, mozhno zavtra posle 5?")
        assert "ЛОР" in patient.last_message()
        assert "завтра" in patient.last_message()


async def test_later_means_later_than_the_time_that_is_held(demo_clinic: Clinic, offline: Receptionist) -> None:
    async with at_the_terminal(demo_clinic, offline) as patient:
        await patient.agrees("к лору завтра с утра")
        first = patient.memory.listed(demo_clinic.clock.now)[0].slot
        await patient.types("1")
        held = patient.memory.standing_hold(demo_clinic.clock.now)
        assert held is not None
        assert held.start_time == first.start_time

        await patient.types("можно немного позже?")

        shown = patient.memory.listed(demo_clinic.clock.now)
        assert shown[0].slot.start_time > first.start_time
        assert shown[0].slot.start_time.date() == first.start_time.date()
        assert (shown[0].slot.start_time - first.start_time).total_seconds() <= 3600


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("перенесите мою запись на среду утром", "Перенос"),
        ("отмените мою запись", "Отменить запись"),
        ("отмените запись к лору", "Отменить запись"),
        ("отмените запись к окулисту", "Ваши записи"),
        ("какие у меня записи", "Ваши записи"),
    ],
)
async def test_a_visit_is_changed_in_words(demo_clinic: Clinic, offline: Receptionist, said: str, shown: str) -> None:
    async with at_the_terminal(demo_clinic, offline) as patient:
        await patient.agrees("к лору завтра с утра")
        await patient.types("1", "1", said)
        assert shown in patient.last_message()
        assert (await patient.calls.appointments(status=AppointmentStatus.CONFIRMED)).total == 1


async def test_moving_in_words_leads_to_the_day_that_was_named(demo_clinic: Clinic, offline: Receptionist) -> None:
    async with at_the_terminal(demo_clinic, offline) as patient:
        await patient.agrees("к лору завтра с утра")
        await patient.types("1", "1", "перенесите мою запись на среду утром")
        await patient.types("1")
        await patient.types("1")
        (visit,) = (await patient.calls.appointments(status=AppointmentStatus.CONFIRMED)).appointments
        assert visit.start_time.isoweekday() == 3
        assert visit.start_time.hour < 12
