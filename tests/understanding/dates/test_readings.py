"""Second readings, corrections, and what is over: what the receptionist may say about a wish."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from tests.understanding.dev_sets import written
from understanding.dates import Window, parse

REFERENCE = datetime(2026, 11, 18, 10, 20, tzinfo=ZoneInfo("Europe/Moscow"))
"""A Wednesday."""


@pytest.mark.parametrize("text", ["в следующую пятницу", "next Friday", "в следующую пятницу утром"])
def test_next_friday_said_before_friday_has_two_readings(text: str) -> None:
    wish = parse(text, "ru", REFERENCE)
    assert wish.other is not None
    days = [reading.windows[0].start for reading in (wish, wish.other)]
    assert [day.date() if isinstance(day, datetime) else day for day in days] == [
        date(2026, 11, 27),
        date(2026, 11, 20),
    ]


@pytest.mark.parametrize(
    "text", ["в следующий вторник", "next Tuesday", "в пятницу", "в эту пятницу", "на следующей неделе"]
)
def test_what_has_one_reading_has_no_other(text: str) -> None:
    assert parse(text, "ru", REFERENCE).other is None


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("давайте в пятницу, хотя нет, лучше в субботу", "11-21/11-21"),
        ("в пятницу в 5, ой, в 6", "11-20T18:00/11-20T18:00"),
        ("завтра в 5, ой, не в 5, а в 6", "11-19T18:00/11-19T18:00"),
        ("завтра утром, точнее в 10", "11-19T10:00/11-19T10:00"),
        ("на вторник утро, вернее на среду", "11-25T08:00/11-25T12:00"),
        ("завтра, лучше утром", "11-19T08:00/11-19T12:00"),
        ("на следующей неделе, лучше в среду", "11-25/11-25"),
        ("wait, make it Tuesday instead of Monday", "11-24/11-24"),
        ("Wednesday at 2, actually 3 would be better", "11-25T15:00/11-25T15:00"),
        ("Monday. Actually no, Wednesday", "11-25/11-25"),
    ],
)
def test_the_last_word_wins(text: str, meant: str) -> None:
    assert written(parse(text, "ru", REFERENCE)) == meant


def test_hours_of_today_begin_now_and_those_that_are_over_are_dropped() -> None:
    assert written(parse("сегодня утром", "ru", REFERENCE)) == "11-18T10:20/11-18T12:00"
    assert parse("сегодня в 9 утра", "ru", REFERENCE).windows == ()
    assert parse("сегодня", "ru", REFERENCE).windows == (Window(REFERENCE.date(), REFERENCE.date()),)
    assert parse("вчера вечером", "ru", REFERENCE).windows == ()


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("утром завтра", "11-19T08:00/11-19T12:00"),
        ("завтра рано утром", "11-19T07:00/11-19T10:00"),
        ("завтра днём", "11-19T12:00/11-19T17:00"),
        ("завтра вечером", "11-19T17:00/11-19T21:00"),
        ("завтра после работы", "11-19T18:00/11-19T21:00"),
        ("tomorrow after work", "11-19T17:30/11-19T21:00"),
        ("завтра в первой половине дня", "11-19T08:00/11-19T13:00"),
        ("завтра во второй половине дня", "11-19T13:00/11-19T20:00"),
        ("завтра после 18:00", "11-19T18:00/11-19"),
        ("завтра до 10", "11-19/11-19T10:00"),
        ("завтра к 10", "11-19T10:00/11-19T10:00"),
        ("завтра около 15", "11-19T14:30/11-19T15:30"),
        ("завтра вечером после 19", "11-19T19:00/11-19"),
        ("завтра только не утром", "11-19T12:00/11-19"),
        ("завтра в 3", "11-19T15:00/11-19T15:00"),
        ("завтра в 8", "11-19T08:00/11-19T08:00"),
        ("завтра вечером в 8", "11-19T20:00/11-19T20:00"),
        ("завтра с 8 до 10 вечера", "11-19T20:00/11-19T22:00"),
    ],
)
def test_parts_of_the_day_have_the_edges_of_a_clinic(text: str, meant: str) -> None:
    assert written(parse(text, "ru", REFERENCE)) == meant


@pytest.mark.parametrize(
    "text",
    [
        "завтраутром", "завтра утром", "pfdnhf enhjv", "зватра утром", "ЗАВТРА УТРОМ!!!", "завтра,утром",
        "утром завтра",
        "tomorrowmorning", "tommorow morning", "tmrw morning", "завтре утречком", "завтра с утра", "на завтра, на утро",
    ],
)  # fmt: skip
def test_lost_spaces_slips_and_the_wrong_keyboard_do_no_harm(text: str) -> None:
    assert written(parse(text, "ru", REFERENCE)) == "11-19T08:00/11-19T12:00"
