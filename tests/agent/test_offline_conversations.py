"""Conversations with the offline model alone: build(), a clinic in memory, no socket."""

from datetime import timedelta
from typing import Literal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from agent import Said
from agent.gateway import ClinicUnavailable
from agent.output_check import speaks
from agent.turn import TurnResult
from contracts.schedule import ReasonCode
from tests.agent.clinic_in_memory import TOMORROW, Clinic, a_clinic, an_appointment, at, doctor, slot
from tests.agent.receptionists import ask


def _tail(start: str) -> st.SearchStrategy[str]:
    return st.text(max_size=40).map(lambda rest: start + rest)


def ids(result: TurnResult) -> list[str]:
    return [one.slot.slot_id for one in result.proposals]


async def test_a_complaint_and_a_time_give_slots_inside_the_wish() -> None:
    result = await ask("болит горло, завтра после пяти", a_clinic())

    assert ids(result) == ["slot-1-1119-1700", "slot-1-1119-1730", "slot-2-1119-1800"]
    assert [one.reason for one in result.proposals] == [
        "ближайшее время после 17:00",
        "позже в тот же день",
        "другой врач",
    ]
    assert result.text == "К лору завтра после 17:00 есть 3 варианта. Какой вам удобен?"
    assert (result.reasons, result.answered_by) == ((), "offline")


async def test_the_same_in_english() -> None:
    result = await ask("sore throat, tomorrow after five", a_clinic(), language="en")

    assert ids(result) == ["slot-1-1119-1700", "slot-1-1119-1730", "slot-2-1119-1800"]
    assert result.proposals[0].reason == "the nearest free time after 17:00"
    assert result.text == ("Tomorrow after 17:00, there are 3 free times with an ENT doctor. Which one suits you?")


async def test_without_a_wish_about_time_the_nearest_slots_are_proposed() -> None:
    result = await ask("к лору", a_clinic())

    assert ids(result)[0] == "slot-2-1119-1000"
    assert result.proposals[0].reason == "ближайшее время"
    assert result.text == "К лору вот 3 ближайших варианта. Какой вам удобен?"


async def test_a_wish_that_cannot_be_met_is_answered_with_the_reason_and_the_nearest() -> None:
    result = await ask("к терапевту завтра после пяти", a_clinic())

    assert ids(result) == ["slot-3-1124-0900"]
    assert result.text == (
        "К терапевту завтра после 17:00 свободного времени нет: врач занят до вторника; "
        "ближайшее — во вторник, 24 ноября, в 09:00. Подойдёт?"
    )
    assert [reason.code for reason in result.reasons] == [ReasonCode.DOCTOR_FULL]


async def test_a_week_is_answered_with_several_of_its_days() -> None:
    ent = doctor(1, "ent")
    days = (TOMORROW + timedelta(days=n) for n in range(4, 9))
    result = await ask(
        "к лору на следующей неделе", Clinic((ent,), tuple(slot(ent, at(d, h)) for d in days for h in range(9, 19)))
    )

    assert len({one.slot.start_time.date() for one in result.proposals}) == 3
    assert "с 23 по 29 ноября" in result.text


async def test_an_hour_that_is_taken_gives_the_closest_ones_first() -> None:
    ent = doctor(1, "ent")
    times = [at(TOMORROW, 9), at(TOMORROW, 14, 30), at(TOMORROW, 16), at(TOMORROW + timedelta(days=1), 9)]
    result = await ask("к лору завтра в 15:30", Clinic((ent,), tuple(slot(ent, time) for time in times)))

    assert ids(result)[0] == "slot-1-1119-1600"
    assert "ближайшее — завтра в 16:00" in result.text


async def test_a_specialty_that_the_clinic_lacks_is_said_and_the_therapist_proposed() -> None:
    result = await ask("нужен кардиолог", a_clinic())

    assert ids(result) == ["slot-3-1124-0900"]
    assert result.text.startswith("Врача такой специальности (кардиолог) в клинике нет")
    assert "к терапевту" in result.text


async def test_a_child_is_not_sent_to_the_therapist() -> None:
    result = await ask("ребёнок кашляет, ему 3 года", a_clinic())

    assert result.proposals == ()
    assert "педиатр" in result.text


async def test_a_clinic_without_any_free_time_says_so_and_why() -> None:
    result = await ask("к лору завтра", Clinic((doctor(1, "ent"),), ()))

    assert result.proposals == ()
    assert result.text == ("К лору завтра свободного времени нет: врач занят. Какой другой день или врач вам подойдёт?")
    assert [reason.code for reason in result.reasons] == [ReasonCode.DOCTOR_FULL]


async def test_earlier_lines_are_remembered_and_a_new_date_replaces_the_old_one() -> None:
    history = [Said("patient", "болит горло, можно в пятницу?"), Said("receptionist", "В пятницу времени нет.")]

    result = await ask("тогда завтра утром", a_clinic(), history=history)

    assert ids(result) == ["slot-2-1119-1000"]


async def test_a_new_doctor_replaces_the_old_one_and_the_date_stays() -> None:
    history = [Said("patient", "к терапевту завтра после пяти"), Said("receptionist", "Нет времени.")]

    result = await ask("а к лору?", a_clinic(), history=history)

    assert {one.slot.specialty for one in result.proposals} == {"ent"}
    assert min(one.slot.start_time.hour for one in result.proposals) == 17


async def test_what_was_refused_is_not_proposed_even_as_the_nearest() -> None:
    ent = doctor(1, "ent")
    times = [at(TOMORROW, 10), at(TOMORROW + timedelta(days=1), 10), at(TOMORROW + timedelta(days=2), 10)]
    result = await ask("к лору, только не завтра", Clinic((ent,), tuple(slot(ent, time) for time in times)))

    assert result.proposals
    assert TOMORROW not in {one.slot.start_time.date() for one in result.proposals}


async def test_the_nearest_slots_leave_out_the_part_of_the_day_that_was_refused() -> None:
    ent = doctor(1, "ent")
    times = [at(TOMORROW, 10), at(TOMORROW + timedelta(days=1), 15)]
    result = await ask("к лору завтра, только не утром", Clinic((ent,), tuple(slot(ent, time) for time in times)))

    assert ids(result) == ["slot-1-1120-1500"]


async def test_as_soon_as_possible_means_the_soonest_three() -> None:
    result = await ask("к лору как можно скорее", a_clinic())

    assert ids(result) == ["slot-2-1119-1000", "slot-1-1119-1700", "slot-1-1119-1730"]


async def test_several_wishes_are_sought_at_once() -> None:
    result = await ask("к лору завтра утром или завтра вечером после шести", a_clinic())

    assert ids(result) == ["slot-2-1119-1000", "slot-2-1119-1800"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", ""),
        ("ru", "привет"),
        ("ru", "хочу записаться"),
        ("ru", "asdf qwer"),
        ("ru", "завтра после пяти"),
        ("ru", "спасибо!"),
        ("ru", "да"),
        ("en", "hello"),
        ("en", "???"),
        ("en", "tomorrow"),
        ("en", "thanks"),
    ],
)
async def test_small_talk_and_nonsense_get_one_question(language: Literal["ru", "en"], text: str) -> None:
    result = await ask(text, a_clinic(), language=language)

    assert result.text.count("?") == 1
    assert result.proposals == ()
    assert speaks(result.text, language)


async def test_thanks_after_a_proposal_does_not_search_again() -> None:
    clinic = a_clinic()
    history = [Said("patient", "болит горло, завтра после пяти"), Said("receptionist", "Есть 3 варианта.")]

    result = await ask("спасибо", clinic, history=history)

    assert (result.proposals, clinic.queries) == ((), [])


@pytest.mark.parametrize(
    ("language", "text", "said"),
    [
        ("ru", "мои записи", "Ваша запись:\nв пятницу, 20 ноября, в 12:00, Врач Номер1, кабинет 101"),
        ("ru", "когда я записан?", "Ваша запись:\nв пятницу, 20 ноября, в 12:00, Врач Номер1, кабинет 101"),
        ("en", "my appointments", "Your appointment:\non Friday, 20 November, at 12:00, Врач Номер1, office 101"),
    ],
)
async def test_own_appointments_are_listed(language: Literal["ru", "en"], text: str, said: str) -> None:
    clinic = a_clinic()
    clinic.own = (an_appointment(),)

    assert (await ask(text, clinic, language=language)).text == said


async def test_no_appointments_are_no_list() -> None:
    assert (await ask("мои записи", a_clinic())).text == "Будущих записей у вас нет. Подобрать время приёма?"


async def test_a_clinic_that_does_not_answer_is_the_bots_to_tell() -> None:
    clinic = a_clinic()
    clinic.down = True
    with pytest.raises(ClinicUnavailable):
        await ask("к лору", clinic)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    text=st.one_of(st.text(max_size=60), st.sampled_from(["к лору ", "болит горло ", "my throat "]).flatmap(_tail)),
    language=st.sampled_from(["ru", "en"]),
)
async def test_any_text_gets_an_answer_in_the_language_with_issued_slots_only(
    text: str, language: Literal["ru", "en"], caplog: pytest.LogCaptureFixture
) -> None:
    clinic = a_clinic()

    result = await ask(text, clinic, language=language)

    assert caplog.records == []
    assert speaks(result.text, language)
    assert {one.slot for one in result.proposals} <= set(clinic.free)
