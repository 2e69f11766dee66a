"""What holds in every dialogue: nothing is lost on a fallback, nobody is told the same thing three times."""

from dataclasses import replace
from itertools import pairwise

import pytest

from agent import Said
from agent.turn import TurnContext
from agent.wanted.state import Wanted
from tests.agent.clinic_in_memory import MOSCOW, NOW
from tests.agent.conversation import Conversation
from tests.agent.demo_clinic import demo_clinic, visited
from tests.agent.receptionists import Language, context, offline, thinking_with
from tests.agent.scripted_openai import error, says, scripted


@pytest.mark.parametrize(("language", "line"), [("ru", "фывапр"), ("ru", "завтра"), ("ru", "привет"), ("en", "qwrtp")])
@pytest.mark.parametrize("known", [False, True])
async def test_the_same_sentence_is_never_said_twice_in_a_row(language: Language, line: str, known: bool) -> None:
    talk = Conversation(language)
    if known:
        await talk.say("к лору")

    texts = [(await talk.say(line)).text for _ in range(6)]

    if not talk.answers[-1].proposals:
        assert all(first != second for first, second in pairwise(texts)), texts


async def test_after_two_questions_another_way_is_shown() -> None:
    talk = Conversation()

    await talk.say("фыв", "фыв", "фыв")

    assert "кнопками" in talk.text
    assert "перезвонить" in talk.text


@pytest.mark.parametrize(
    ("lines", "doctors"),
    [
        (("к тому же врачу",), {2}),
        (("к терапевту, к тому же, что и в прошлый раз",), {4}),
        (("болит горло", "можно к своему врачу?"), {2}),
    ],
)
async def test_the_doctor_of_last_time(lines: tuple[str, ...], doctors: set[int]) -> None:
    clinic = demo_clinic()
    clinic.past = (visited(2, "ent", 10), visited(1, "ent", 40), visited(4, "therapist", 90))
    talk = Conversation(clinic=clinic)

    await talk.say(*lines)

    assert talk.doctors == doctors
    assert talk.wanted.doctors == tuple(doctors)


async def test_without_a_past_visit_it_is_said_and_the_specialty_searched() -> None:
    talk = Conversation()

    await talk.say("болит горло", "к тому же врачу")

    assert talk.doctors <= {1, 2}
    assert "Прошлых визитов" in talk.text


async def test_a_chosen_time_that_is_gone_is_told() -> None:
    clinic = demo_clinic()
    talk = Conversation(clinic=clinic)
    shown = (await talk.say("к Морозову завтра")).proposals
    clinic.free = tuple(one for one in clinic.free if one.start_time != shown[1].slot.start_time)

    await talk.say("второй")

    assert "заняли" in talk.text
    assert talk.doctors == {5}


async def test_a_child_who_is_going_to_visit_stays_one() -> None:
    talk = Conversation(for_child=True)

    await talk.say("болит живот", "спасибо", "завтра вечером")

    assert talk.doctors == {6}


async def test_the_model_reads_the_state_and_a_fallback_loses_nothing() -> None:
    wanted = Wanted(specialties=("ent",), named=True, gender="female", windows=(), hours=(1020, 1260))
    told = replace(context(demo_clinic()), wanted=wanted)
    async with (
        scripted(says("Какой день?"), error(500, "server_error")) as model,
        thinking_with(model.base_url) as mind,
    ):
        first = await mind.answer("спасибо", [], told)
        second = await mind.answer("только не завтра", [], replace(told, wanted=first.wanted))

    facts = model.requests[0]["messages"][0]["content"].rpartition("\n\n")[2]
    assert '"specialties": ["ent"]' in facts
    assert '"gender": "female"' in facts
    assert (first.answered_by, second.answered_by) == ("model", "offline")
    assert {(one.slot.doctor_id, one.slot.start_time.day, one.slot.start_time.hour) for one in second.proposals} <= {
        (1, day, hour) for day in (20, 21, 22) for hour in (17, 18, 19, 20)
    }


async def test_the_names_of_wanted_doctors_reach_the_model() -> None:
    async with scripted(says("Какой день удобен?")) as model, thinking_with(model.base_url) as mind:
        await mind.answer("к Тихонову", [], context(demo_clinic()))

    assert "Борис Тихонов" in model.requests[0]["messages"][0]["content"]


async def test_a_memory_without_a_state_is_read_from_its_history() -> None:
    history = [Said("patient", "к лору, женщина"), Said("receptionist", "Когда?"), Said("patient", "не завтра")]

    result = await offline().answer("вечером", history, TurnContext(demo_clinic(), NOW, MOSCOW, "ru"))

    assert {one.slot.doctor_id for one in result.proposals} == {1}
    assert result.wanted.hours == (1020, 1260)
    assert result.wanted.refused


@pytest.mark.parametrize(
    ("line", "leads_to"), [("отмените мою запись", "own_visits"), ("перезвоните мне", "call"), ("к лору", None)]
)
async def test_what_the_bot_has_a_screen_for_is_told_to_it(line: str, leads_to: str | None) -> None:
    assert (await Conversation().say(line)).leads_to == leads_to


@pytest.mark.parametrize(
    ("lines", "reason"),
    [
        (("хочу поговорить с оператором",), "asked_for_human"),
        (("болит горло завтра", "позовите живого человека"), "asked_for_human"),
        (("хочу пожаловаться на врача",), "complaint"),
        (("фыв",), None),
        (("фыв", "йцу"), "not_understood"),
        (("фыв", "спасибо", "йцу"), None),
        (("фыв", "йцу", "фыв"), None),
        (("болит горло", "фыв"), None),
        (("перезвоните мне",), None),
        (("хочу пожаловаться на боль в спине",), None),
    ],
)
async def test_people_are_proposed_when_a_patient_needs_them(lines: tuple[str, ...], reason: str | None) -> None:
    said = await Conversation().say(*lines)

    assert said.hand_over == reason
    assert said.leads_to in (None, "call")


async def test_the_next_best_specialty_is_proposed_when_the_best_has_no_time_then() -> None:
    clinic = demo_clinic()
    clinic.free = tuple(one for one in clinic.free if one.doctor_id != 7 or one.start_time.day != 19)
    talk = Conversation(clinic=clinic)

    await talk.say("болит голова, завтра вечером")

    assert talk.doctors <= {3, 4}
    assert (talk.days, talk.hours) == ({19}, {17, 18, 19})
    assert "К неврологу завтра с 17:00 до 21:00 свободного времени нет" in talk.text
    assert "предлагаю приём к терапевту" in talk.text


async def test_who_asked_for_the_specialty_by_name_is_shown_its_nearest_time() -> None:
    clinic = demo_clinic()
    clinic.free = tuple(one for one in clinic.free if one.doctor_id != 7 or one.start_time.day != 19)
    talk = Conversation(clinic=clinic)

    await talk.say("к неврологу завтра вечером")

    assert talk.doctors == {7}
