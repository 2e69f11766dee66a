"""What of a letter is about other people, and which of its days are only part of its story."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from understanding.requests import wished_days, without_others


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("В пятницу у сына утренник, а у меня болит ухо", "а у меня болит ухо"),
        ("My wife is away until Friday. I have a sore throat.", "I have a sore throat."),
    ],
)
def test_who_is_mentioned_in_passing_is_left_out(text: str, left: str) -> None:
    assert without_others(text) == left


@pytest.mark.parametrize(
    "text",
    [
        "В пятницу у сына утренник, к лору лучше в среду",  # nobody else complains
        "У сына болит ухо, у меня тоже болит горло",
        "Мама приехала, ей нужен кардиолог. У меня машина в среду, болит спина",
        "Запишите дочку, ей 5 лет. Я свободна в среду",
        "болит спина, лучше женщина, у меня отпуск",
        "My son is 5 years old and has a rash. I am free on Wednesday",
        "",
    ],
)
def test_a_patient_is_never_left_out(text: str) -> None:
    assert without_others(text) == text


def test_days_of_a_story_are_left_out() -> None:
    letter = (
        "Ухо болит. Завтра еду к нотариусу, в пятницу у меня отчёт, а вот в среду после обеда я свободен и хотел бы "
        "прийти"
    )
    assert wished_days(letter) == "Ухо болит. а вот в среду после обеда я свободен и хотел бы прийти"


@pytest.mark.parametrize(
    "text",
    [
        "Завтра еду к нотариусу, в среду свободен",  # no letter
        "Завтра я работаю до пяти, а после шести вечера свободна, можно будет прийти к лору с больным горлом?",
        "Запишите меня к лору на среду, во второй половине дня, если можно, спасибо вам большое заранее за ответ",
        "Я могу в среду, в пятницу тоже могу, а вот завтра никак не могу, запишите меня пожалуйста к лору",
    ],
)
def test_days_that_may_be_wished_for_stay(text: str) -> None:
    assert wished_days(text) == text


@settings(deadline=None)  # the first text reads the data files
@given(st.text(max_size=300))
def test_nothing_is_added(text: str) -> None:
    for reading in (without_others, wished_days):
        assert set(reading(text).split()) <= set(text.split())
