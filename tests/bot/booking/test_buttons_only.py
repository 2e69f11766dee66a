"""From /book to a card without a word: specialty, branch, doctor, day, time, confirmation, in one message."""

import re

import pytest

from bot.terminal.screen import Button
from bot.texts import Language
from contracts.appointments import AppointmentStatus
from tests.bot.booking.tapping import button, buttons, labels, taps
from tests.bot.patient import Patient, at_the_terminal
from tests.bot.receptionists import ProposesNearest
from tests.support.serving import Clinic

ENT = ProposesNearest("ent")


async def agreed(patient: Patient, words: str = "/book") -> str:
    await patient.types(words)
    return await patient.types("1")


@pytest.mark.parametrize(
    ("language", "word", "taps_on", "card"),
    [
        (
            "ru",
            "Записаться",
            ("^ЛОР", "Садовой", "^3$", "^Вечер", "17:30", "записать меня"),
            ["Вы записаны", "Наталья Светлова", "вторник, 3 марта 2026, 17:30–18:00", "каб. 104", "2 500 ₽"],
        ),
        (
            "en",
            "Book",
            ("^ENT", "Садовой", "^3$", "^Evening", "17:30", "Book it"),
            ["Your visit is booked", "Tuesday, March 3, 2026, 17:30–18:00", "office 104", "How to prepare"],
        ),
    ],
)
async def test_a_visit_is_booked_by_buttons_only_in_one_message(
    demo_clinic: Clinic, language: Language, word: str, taps_on: tuple[str, ...], card: list[str]
) -> None:
    async with at_the_terminal(demo_clinic, ENT, language=language) as patient:
        await agreed(patient, word)
        messages = set()  # those whose buttons were tapped
        for pattern in taps_on:
            messages |= {one.message_id for one in buttons(patient)}
            shown = await taps(patient, pattern)
        assert len(messages) == 1
        for words in card:
            assert words in shown.replace("\u00a0", " ")
        assert re.search(r"\[\S+\.ics\]", shown)
        assert "[Клиника на Садовой, ул. Садовая, 10]" in shown
        (booked,) = (await patient.calls.appointments()).appointments
    assert (booked.status, booked.doctor_id) == (AppointmentStatus.CONFIRMED, 8)
    assert booked.start_time.isoformat() == "2026-03-03T17:30:00+03:00"


async def test_specialties_are_those_of_the_clinic_the_most_asked_first(demo_clinic: Clinic) -> None:
    async with at_the_terminal(demo_clinic, ENT, language="ru") as patient:
        await agreed(patient)
        assert labels(patient)[:2] == ["Терапевт", "Педиатр"]
        seen = [one for one in labels(patient) if one.isalpha()]
        while "Ещё →" in labels(patient):
            await taps(patient, "^Ещё")
            seen += [one for one in labels(patient) if one.isalpha()]
        assert len(seen) == len(set(seen)) == 22
        await taps(patient, "Раньше")
        assert "Терапевт" in labels(patient)


async def test_every_screen_has_a_way_back(demo_clinic: Clinic) -> None:
    async with at_the_terminal(demo_clinic, ENT, language="ru") as patient:
        first = await agreed(patient)
        seen = []
        for pattern in ("^Терапевт", "Любой филиал", "Любой врач", "^3$", "^Утро", "09:00"):
            seen.append(labels(patient))
            await taps(patient, pattern)
        assert "Держу для вас" in patient.message(buttons(patient)[0])
        backs = ("Другое время", "Назад", "календарь", "Назад", "Назад", "Назад")
        for back in backs:
            await taps(patient, back)
        assert labels(patient) == seen[0]
        assert "Какой врач вам нужен" in first
        assert (await patient.calls.appointments(status=AppointmentStatus.HELD)).total == 0


async def test_the_branch_and_the_doctor_are_asked_only_where_there_is_a_choice(demo_clinic: Clinic) -> None:
    async with at_the_terminal(demo_clinic, ENT, language="ru") as patient:
        await agreed(patient)
        shown = await taps(patient, "^Стоматолог")
        assert "Март 2026" in shown
        assert "Денис Ручьёв" in shown
        await taps(patient, "Назад")
        shown = await taps(patient, "^Терапевт")
        assert "Какой филиал" in shown
        shown = await taps(patient, "у парка")
        assert "Павел Громов" in shown
        assert "Март 2026" in shown


async def test_words_leave_the_way_and_its_buttons_still_work_after_a_restart(demo_clinic: Clinic) -> None:
    receptionist = ProposesNearest("ent")
    async with at_the_terminal(demo_clinic, receptionist, language="ru") as patient:
        await agreed(patient)
        await taps(patient, "^Стоматолог", "^3$", "^Вечер")
        late = button(patient, "17:30")
        await patient.types("болит горло")
        assert receptionist.asked == ["болит горло"]
        patient.restart()
        demo_clinic.clock.advance(hours=5)  # the slot ids of that list have expired since
        assert "Держу для вас" in await patient.taps(late)


async def test_few_times_are_shown_at_once_and_many_in_pages(demo_clinic: Clinic) -> None:
    async with at_the_terminal(demo_clinic, ENT, language="ru") as patient:
        await agreed(patient)
        await taps(patient, "^Терапевт", "Любой филиал", "Любой врач", "^3$")
        assert any(re.fullmatch(r"Утро, до 12:00 — 9 вариантов", one) for one in labels(patient)), labels(patient)
        await taps(patient, "^День")
        times = [one for one in labels(patient) if re.search(r"\d\d:\d\d", one)]
        assert len(times) == 8
        assert re.fullmatch(r"завтра, вт 3 марта, 12:00 — .+, Клиника .+, каб\. \d+", times[0])
        await taps(patient, "Ещё")
        more = [one for one in labels(patient) if re.search(r"\d\d:\d\d", one)]
        assert not set(times) & set(more)
        await taps(patient, "Раньше")
        assert times[0] in labels(patient)


async def test_a_tap_asks_the_clinic_little(demo_clinic: Clinic) -> None:
    """The directory is known for a minute; what may have changed since is asked anew."""
    steps = [
        ("^Терапевт", []),
        ("Садовой", ["GET slots/days"]),
        ("^3$", ["GET slots"]),
        ("^Утро", ["GET slots"]),
        ("09:00", ["GET slots/nearest", "POST people", "POST holds", "GET people"]),
        ("записать меня", ["POST appointments", "GET visit-types", "GET people", "GET appointments/1.ics"]),
    ]
    async with at_the_terminal(demo_clinic, ENT, language="ru") as patient:
        await agreed(patient)
        for pattern, asked in steps:
            patient.wire.asked.clear()
            await taps(patient, pattern)
            assert patient.wire.asked[: len(asked)] == asked, pattern
            assert len(patient.wire.asked) <= max(1, len(asked)) + 2  # besides: what follows a booking
        demo_clinic.clock.advance(seconds=61)
        patient.wire.asked.clear()
        await patient.types("/book")
        assert patient.wire.asked == ["GET doctors"]


async def test_a_consent_withdrawn_on_the_way_is_asked_for_and_the_way_goes_on(demo_clinic: Clinic) -> None:
    async with at_the_terminal(demo_clinic, ENT, language="ru") as patient:
        await agreed(patient)
        await taps(patient, "^Стоматолог", "^3$", "^Вечер")
        time = button(patient, "17:30")
    async with at_the_terminal(demo_clinic, ENT, language="ru", account="terminal:who-never-agreed") as other:
        await other.types("болит зуб")
        asking = other.buttons()[0]
        await taps(other, "Не даю")
        assert "Даю согласие" in await other.taps(Button(time.label, time.data, asking.message_id))
        shown = await taps(other, "Даю согласие")
        assert "завтра, вт 3 марта: на выбор 6 вариантов" in shown
