"""Names, birth dates, phones and whom a message is about, as people type them."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.dialogue.reading.birth_dates import age, birth_date_in
from bot.dialogue.reading.names import name_in
from bot.dialogue.reading.phones import phone_in
from bot.dialogue.reading.whom import Whom, whom_in
from bot.texts import Language

TODAY = date(2026, 3, 2)
MARCH_12 = date(2020, 3, 12)


@pytest.mark.parametrize(
    "text",
    [
        *("12.03.2020", "12.3.20", "12/03/2020", "12-03-2020", "12 03 2020", "12032020", "2020-03-12", "2020.3.12"),
        *("12 марта 2020", "12 марта 2020 года", "12 мар 20", "12 march 2020", "March 12, 2020", "12th of March 2020"),
        *("Миша, 12.03.2020", "он родился 12.03.2020 г."),
    ],
)
def test_a_birth_date_is_read_in_many_forms(text: str) -> None:
    found = birth_date_in(text, TODAY)
    assert found is not None
    assert found[0] == MARCH_12


@pytest.mark.parametrize(
    "text", ["", "5 лет", "31.02.2020", "00.00.2020", "03.03.2026", "12.03.1890", "март", "12.2020", "9" * 5000]
)
def test_what_is_no_birth_date(text: str) -> None:
    assert birth_date_in(text, TODAY) is None


def test_two_digits_of_a_year_are_never_in_the_future() -> None:
    assert (birth_date_in("1.1.26", TODAY) or [None])[0] == date(2026, 1, 1)
    assert (birth_date_in("1.1.27", TODAY) or [None])[0] == date(1927, 1, 1)


@given(st.dates(date(1920, 1, 1), TODAY))
def test_every_date_is_read_as_it_is_written(day: date) -> None:
    for text in (f"{day:%d.%m.%Y}", f"{day:%Y-%m-%d}", f"{day:%d/%m/%Y}"):
        assert (birth_date_in(text, TODAY) or [None])[0] == day
    assert 0 <= age(day, TODAY) <= 106


@settings(deadline=None)  # the first text reads the data files
@given(st.text(max_size=200))
def test_any_text_is_read_without_an_error(text: str) -> None:
    birth_date_in(text, TODAY)
    name_in(text)
    phone_in(text)
    whom_in(text, "ru")
    whom_in(text, "en")


@pytest.mark.parametrize("name", ["Анна", "Анна-Мария", "Пётр Ильич", "O'Neil", "Li", "И. Петров"])
def test_names(name: str) -> None:
    assert name_in(f"  {name} ") == name


@pytest.mark.parametrize(
    "text",
    ["", "А", "123", "Анна1", "<b>", "да", "Привет", "спасибо большое", "thanks", "a" * 101, "a b c d e f", "🙂🙂"],
)
def test_what_is_no_name(text: str) -> None:
    assert name_in(text) is None


@pytest.mark.parametrize(
    ("language", "text", "who"),
    [
        ("ru", "сыну 5 лет, болит горло", "child"),
        ("ru", "У ребёнка температура", "child"),
        ("ru", "дочка кашляет", "child"),
        ("ru", "маме нужен кардиолог", "parent"),
        ("ru", "запишите бабушку", "other"),
        ("ru", "сын посоветовал к лору", None),
        ("ru", "мама сказала записаться", None),
        ("ru", "мне удобно завтра", None),
        ("ru", "у меня болит спина", "self"),
        ("ru", "болит горло, завтра после пяти", None),
        ("ru", "двоих детей к педиатру", "two-children"),
        ("en", "my 5 year old son has a cough", "child"),
        ("en", "a cardiologist for my mother", "parent"),
        ("en", "my wife needs a dentist", "other"),
        # Other words for a child, and words before them
        ("en", "my little boy is coughing", "child"),
        ("en", "our little girl has a sore throat", "child"),
        ("en", "my 5-year-old has earache", "child"),
        ("en", "my older brother has a cough", "other"),
        ("en", "my old back pain is back", None),
        ("ru", "сыночек кашляет", "child"),
        ("ru", "у младшего болит ухо", "child"),
        ("ru", "девочке 5 лет, болит ухо", "child"),
        ("ru", "племяннику к лору", "child"),
        ("ru", "у моего старшего брата болит ухо", "other"),
        # Somebody who is mentioned in passing visits nobody
        ("ru", "Сын в школе до двух, у меня болит спина, к неврологу на среду", "self"),
        ("ru", "Муж вернулся из командировки, у меня кашель, запишите к терапевту", "self"),
        ("ru", "Моя дочь выходит замуж в субботу, а у меня сыпь на лице", "self"),
        ("ru", "у сына болит ухо, в пятницу у меня работа, можно в среду?", "child"),
        ("ru", "Запишите маму к кардиологу, я её привезу, у меня машина", "parent"),
        ("en", "My son has a concert on Friday, so I need an ENT on Wednesday for my ear", "self"),
        ("en", "My mother visited on Sunday and now I have a cough", "self"),
        ("en", "My son has an earache. I work on Monday, can we come on Tuesday?", "child"),
        ("en", "my son told me to see a doctor", None),
        ("en", "sore throat, tomorrow after 5", None),
        ("en", "both kids to the pediatrician", "two-children"),
    ],
)
def test_whom_a_message_is_about(language: Language, text: str, who: Whom | None) -> None:
    assert whom_in(text, language) == who


def test_a_phone_is_no_other_number() -> None:
    assert phone_in("8 (916) 123-45-67") is not None
    assert phone_in("5") is None
    assert phone_in("79161234567 " * 20) is None
