"""What else a message asks for: doctors by name, branches, gender, language, other times, choices, questions."""

from dataclasses import fields
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from understanding.requests import KnownBranch, KnownClinic, KnownDoctor, Requests, read, without_language

NAMES = (
    ("Ирина Соколова", "female"),
    ("Иванова Анна Петровна", "female"),
    ("Иванов Сергей Ильич", "male"),
    ("John Smith", "male"),
    ("Пётр Долин", "male"),
    ("Софья Речная", "female"),
    ("Анна Ясная", "female"),
    ("Лев Щукин", "male"),
)
CLINIC = KnownClinic(
    tuple(KnownDoctor(n, name, gender) for n, (name, gender) in enumerate(NAMES, start=1)),  # type: ignore[arg-type]
    (
        KnownBranch(1, "Клиника на Садовой", "ул. Садовая, 10"),
        KnownBranch(2, "Клиника у парка", "Парковая ул., 3"),
    ),
)


def said(text: str, **more: Any) -> dict[str, Any]:
    """What is not at its default."""
    found, nothing = read(text, CLINIC, **more), Requests()
    return {
        one.name: getattr(found, one.name)
        for one in fields(found)
        if getattr(found, one.name) != getattr(nothing, one.name)
    }


@pytest.mark.parametrize(
    ("text", "doctors"),
    [
        ("к Соколовой", (1,)),
        ("у доктора соколовой принимаете?", (1,)),
        ("Sokolova", (1,)),
        ("dr sokolva please", (1,)),
        ("к врачу Саколовой", (1,)),
        ("к Ивановой", (2,)),
        ("к Иванову", (3,)),
        ("у доктора иванова", (3,)),
        ("Ivanova", (2,)),
        ("к Анне Петровне", (2,)),
        ("к ивановой анне", (2,)),
        ("к доктору Смиту", (4,)),
        ("I want to see Dr. Smith's", (4,)),
        ("к Долину", (5,)),
        ("доктор Речная", (6,)),
        ("к Щукину", (8,)),
        ("Shchukin", (8,)),
        ("Schukin", (8,)),
        ("была у Соколовой, хочу к ней же", (1,)),
    ],
)
def test_a_doctor_by_name(text: str, doctors: tuple[int, ...]) -> None:
    assert said(text)["doctors"] == doctors


@pytest.mark.parametrize(
    "text",
    [
        "у меня ясная голова, но болит живот",
        "упал в долину на даче",
        "речная рыба, потом сыпь",
        "Соколова направила меня к кардиологу",
        "мою дочь зовут Анна, болит горло",
        "третий день болит голова",
        "к врачу на завтра",
    ],
)
def test_words_that_are_names_too_name_nobody(text: str) -> None:
    assert {"doctors", "refused", "unknown_doctor"}.isdisjoint(said(text))


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("только не к Соколовой", {"refused": (1,)}),
        ("к Соколовой не хочу, лучше к Щукину", {"refused": (1,), "doctors": (8,)}),
        ("не к Иванову, а к Ивановой", {"refused": (3,), "doctors": (2,)}),
        ("anyone but Dr Smith", {"refused": (4,)}),
        ("к Кузнецовой", {"unknown_doctor": True}),
        ("Dr Brown please", {"unknown_doctor": True}),
        ("женщина-врач", {"gender": "female"}),
        ("не мужчина", {"gender": "female"}),
        ("врач мужчина", {"gender": "male"}),
        ("женщна врач", {"gender": "female"}),
        ("мужчина или женщина, неважно", {"gender": "any"}),
        ("a female doctor", {"gender": "female"}),
        ("not a man", {"gender": "female"}),
        ("женщина 45 лет, болит спина", {}),
        ("я женщина, болит живот", {}),
        ("I am a 35 year old woman with back pain", {}),
        ("женский врач", {}),
        ("врач, который говорит по-английски", {"language": "en"}),
        ("англоговорящий", {"language": "en"}),
        ("I need a doctor who speaks Armenian", {"language": "hy"}),
        ("do you speak English?", {}),
        ("вы говорите по-английски?", {}),
        ("на Садовой", {"branches": (1,)}),
        ("в филиале у парка", {"branches": (2,)}),
        ("at the Parkovaya branch", {"branches": (2,)}),
        ("гулял в парке, заболело горло", {}),
        ("не на Садовой", {"refused_branches": (1,)}),
        ("в другом филиале", {"other_branch": True}),
        ("какой филиал ближе?", {"nearest_branch": True}),
        ("к тому же врачу", {"usual_doctor": True}),
        ("my usual doctor", {"usual_doctor": True}),
        ("мой врач сказал сдать анализы", {}),
        ("my doctor told me to come", {}),
        ("другого врача", {"other_doctor": True}),
        ("попозже", {"turn": "later"}),
        ("а пораньше есть?", {"turn": "earlier"}),
        ("что-нибудь после этого", {"turn": "later"}),
        ("в другой день", {"turn": "another_day"}),
        ("ещё варианты", {"turn": "more"}),
        ("мне не подходит", {"turn": "more"}),
        ("next one", {"turn": "later"}),
        ("второй вариант", {"choice": 2}),
        ("the first one", {"choice": 1}),
        ("2", {"choice": 2}),
        ("последний", {"choice": -1}),
        ("первый раз", {}),
        ("давайте начнём сначала", {"restart": True, "chat": "agreed"}),
        ("сколько стоит приём?", {"question": "price"}),
        ("где вы находитесь?", {"question": "address"}),
        ("хочу поговорить с оператором", {"question": "human"}),
        ("можно живого человека?", {"question": "human"}),
        ("can I talk to a real person", {"question": "human"}),
        ("перезвоните мне", {"question": "call"}),
        ("пусть мне перезвонят, хочу поговорить с человеком", {"question": "call"}),
        ("call me back", {"question": "call"}),
        ("хочу пожаловаться на врача", {"question": "complaint"}),
        ("администратор был груб со мной", {"question": "complaint"}),
        ("я недоволен приёмом", {"question": "complaint"}),
        ("I'd like to make a complaint", {"question": "complaint"}),
        ("your nurse was rude to me", {"question": "complaint"}),
        ("хочу пожаловаться на боль в спине", {}),
        ("жалобы на кашель", {}),
        ("I want to complain about my back", {}),
        ("муж накричал на меня", {}),
        ("какие у меня записи?", {"question": "own_appointments"}),
        ("на какое число я записана?", {"question": "own_appointments"}),
        ("снимите меня с записи", {"question": "own_appointments", "change": "cancel"}),
        ("не смогу прийти в четверг, отмените", {"question": "own_appointments", "change": "cancel"}),
        ("перенесите меня на пятницу", {"question": "own_appointments", "change": "move"}),
        ("I need to reschedule", {"question": "own_appointments", "change": "move"}),
        ("I can't come tomorrow, please cancel", {"question": "own_appointments", "change": "cancel"}),
        ("завтра не смогу прийти", {}),
        ("remind me when I'm booked", {"question": "own_appointments"}),
        ("во сколько последний приём?", {"question": "last_time"}),
        ("until what time does he see patients?", {"question": "last_time"}),
        ("надо ли приходить натощак?", {"question": "preparation"}),
        ("паспорт нужен?", {"question": "preparation"}),
        ("do I need to bring anything?", {"question": "preparation"}),
        ("какие у вас есть врачи?", {"question": "doctors_list"}),
        ("спасибо!", {"chat": "thanks"}),
        (",jkbn ujhkj", {}),
        ("gjgjp;t", {"turn": "later"}),
    ],
)
def test_what_is_asked_for(text: str, asked: dict[str, Any]) -> None:
    assert said(text) == asked


def test_an_open_question_is_answered_by_a_bare_name() -> None:
    assert said("Анна") == {}
    assert said("Анна", asked="doctor")["doctors"] == (2, 7)
    assert said("парк", asked="branch")["branches"] == (2,)


def test_what_asks_for_a_language_can_be_left_out() -> None:
    assert without_language("a GP who speaks English") == "a GP who  "


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=120))
def test_any_text_is_fine(text: str) -> None:
    found = read(text, CLINIC)

    assert set(found.doctors) <= set(range(1, len(NAMES) + 1))
