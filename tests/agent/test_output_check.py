"""What may be said to a patient and what may not."""

from datetime import time
from typing import Literal

import pytest

from agent.misbehaviour import RefusedText
from agent.output_check import check, check_times


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", ""),
        ("ru", "Я записала вас на завтра."),
        ("ru", "Вы записаны к отоларингологу."),
        ("ru", "Ваша запись подтверждена."),
        ("ru", "Приём отменён."),
        ("ru", "Шанс попасть сегодня 50 %."),
        ("ru", "У вас, кажется, простуда на 90 процентов."),
        ("ru", "У вас вероятно ангина."),
        ("ru", "Похоже на ангину, приходите завтра."),
        ("en", "Some ibuprofen will help until tomorrow."),
        ("ru", "Принимайте 2 таблетки."),
        ("ru", "# Время\nзавтра"),
        ("ru", "Время: `завтра`"),
        ("ru", "[Завтра](tg://x)"),
        ("ru", "Завтра &nbsp; утром"),
        ("ru", "Which day suits you?"),
        ("en", "I've booked it for you."),
        ("en", "You're booked for tomorrow."),
        ("en", "Your appointment has been confirmed."),
        ("en", "You probably have a cold."),
        ("en", "Take 400 mg and come tomorrow."),
        ("en", "<a href='x'>tomorrow</a>"),
        ("en", "Какой день вам подходит?"),
    ],
)
def test_refused(language: Literal["ru", "en"], text: str) -> None:
    with pytest.raises(RefusedText):
        check(text, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "К отоларингологу завтра после 17:00 есть 3 варианта. Какой вам удобен?"),
        ("ru", "Я ещё не записал вас: выберите время."),
        ("ru", "Запись появится после того, как вы выберете время."),
        ("ru", "Клиника закрыта до понедельника; ближайшее — 24 ноября в 09:00."),
        ("en", "There is no free time tomorrow; the nearest is on Tuesday at 09:00. Would it suit you?"),
        ("en", "You may have a visit with the ENT doctor on Friday."),
        ("ru", "Онколог, инфекционист и пульмонолог принимают завтра."),
        ("en", "The oncologist and the infectious diseases doctor see patients tomorrow."),
        ("en", "Nothing is booked yet - which time suits you?"),
    ],
)
def test_let_through(language: Literal["ru", "en"], text: str) -> None:
    check(text, language)


def test_a_booking_may_be_spoken_of_once_the_appointments_were_read() -> None:
    text = "Вы записаны на пятницу."
    check(text, "ru", appointments_read=True)
    with pytest.raises(RefusedText):
        check("Я записал вас на пятницу.", "ru", appointments_read=True)


def test_names_from_the_clinics_records_are_not_judged() -> None:
    check("Tomorrow with Иванова Анна Константиновна (50%).", "en", quoted=["Иванова Анна Константиновна (50%)"])


@pytest.mark.parametrize("text", ["в 17:30", "at 5:30 pm", "в 5:30 вечера", "между 17:00 и 17:30", "7 дней, 2026"])
def test_known_times_may_be_named(text: str) -> None:
    check_times(text, {time(17), time(17, 30)})


@pytest.mark.parametrize("text", ["в 17:15", "at 5:45 pm", "17:30 или 18:30"])
def test_unknown_times_may_not(text: str) -> None:
    with pytest.raises(RefusedText):
        check_times(text, {time(17), time(17, 30)})
