"""A day means the same however it is written; so does an hour."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.understanding.dates.ways import MONTHS_RU, WEEKDAYS_EN, WEEKDAYS_RU, references, ways_of_day, ways_of_hour
from understanding.dates import DateWish, Window, parse
from understanding.morphology import is_word


def _wish(text: str, reference: datetime) -> DateWish:
    return parse(text, "en" if text.isascii() else "ru", reference)


@settings(deadline=None)  # the first call reads the data files
@given(reference=references, ahead=st.integers(1, 60))
def test_every_way_of_a_day_is_that_day(reference: datetime, ahead: int) -> None:
    day = reference.date() + timedelta(days=ahead)
    for way in ways_of_day(day, reference.date()):
        assert _wish(way, reference).windows == (Window(day, day),), way


@settings(deadline=None)
@given(reference=references, hour=st.integers(8, 20))
def test_every_way_of_an_hour_is_that_hour(reference: datetime, hour: int) -> None:
    moment = datetime.combine(reference.date() + timedelta(days=1), time(hour), reference.tzinfo)
    for way in ways_of_hour(hour):
        text = f"{'tomorrow' if way.isascii() else 'завтра'} {way}"
        assert _wish(text, reference).windows == (Window(moment, moment),), text
        turned = f"{way} {'tomorrow' if way.isascii() else 'завтра'}"
        assert _wish(turned, reference).windows == (Window(moment, moment),), turned


@settings(deadline=None)
@given(reference=references, ahead=st.integers(1, 60), hour=st.integers(8, 20))
def test_day_and_hour_stand_in_any_order(reference: datetime, ahead: int, hour: int) -> None:
    day = reference.date() + timedelta(days=ahead)
    moment = datetime.combine(day, time(hour), reference.tzinfo)
    written = f"{day.day} {MONTHS_RU[day.month - 1]}"
    for text in (f"{written} в {hour}:00", f"в {hour}:00 {written}", f"{hour}:00, {written}", f"{written}, {hour}:00"):
        assert _wish(text, reference).windows == (Window(moment, moment),), text


@settings(deadline=None)
@given(reference=references, first=st.integers(1, 20), length=st.integers(1, 9))
def test_every_way_of_a_range_holds_its_days(reference: datetime, first: int, length: int) -> None:
    begin = reference.date() + timedelta(days=first)
    end = begin + timedelta(days=length)
    ru = [f"{day.day} {MONTHS_RU[day.month - 1]}" for day in (begin, end)]
    texts = [f"с {ru[0]} по {ru[1]}", f"{ru[0]} - {ru[1]}", f"from {begin:%d %B} to {end:%d %B}"]
    texts.append(f"between {begin:%B %d} and {end:%B %d}")
    if begin.month == end.month:
        texts += [f"с {begin.day} по {ru[1]}", f"{begin.day}-{ru[1]}", f"{begin:%B} {begin.day}-{end.day}"]
    for text in texts:
        assert _wish(text, reference).windows == (Window(begin, end),), text


_COMPLAINTS = [
    "болит спина уже пять дней",
    "мне 43 года",
    "температура 38.5",
    "давление 140 на 90",
    "сыну 7 лет",
    "мой телефон 8 912 345 67 89",
    "кабинет 12 не нашла",
    "принимаю 2 таблетки 3 раза в день",
    "кашель третью неделю",
    "болит горло с понедельника",
]
_WISHES = ["завтра утром", "в пятницу после 17", "25 ноября в 10:30", "на следующей неделе", "через 3 дня в 9 утра"]


@pytest.mark.parametrize("wish", _WISHES)
@pytest.mark.parametrize("aside", _COMPLAINTS)
def test_a_complaint_or_a_number_beside_it_changes_no_wish(wish: str, aside: str) -> None:
    reference = datetime(2026, 11, 18, 10, 20, tzinfo=ZoneInfo("Europe/Moscow"))
    alone = parse(wish, "ru", reference)
    assert alone.windows
    for text in (f"{aside}. {wish}", f"{aside}, можно {wish}?", f"запишите {wish}, {aside}", f"{wish}. {aside}."):
        assert parse(text, "ru", reference) == alone, text


@settings(deadline=None)
@given(data=st.data())
def test_one_slip_in_the_name_of_a_day_or_month_does_no_harm(data: st.DataObject) -> None:
    reference = datetime(2026, 11, 18, 10, 20, tzinfo=UTC)
    names = [nominative for nominative, _, _ in WEEKDAYS_RU] + ["завтра", "послезавтра", *WEEKDAYS_EN, "tomorrow"]
    name = data.draw(st.sampled_from(names))
    place = data.draw(st.integers(1, len(name) - 2))
    kind = data.draw(st.sampled_from(["drop", "double", "swap"]))
    typed = {
        "drop": name[:place] + name[place + 1 :],
        "double": name[:place] + name[place] + name[place:],
        "swap": name[:place] + name[place + 1] + name[place] + name[place + 2 :],
    }[kind]
    assume(not is_word(typed) or typed == name)
    assert _wish(typed, reference).windows == _wish(name, reference).windows, typed


@pytest.mark.parametrize(
    ("reference", "text", "day"),
    [
        ("2026-12-31T14:00:00+03:00", "завтра", date(2027, 1, 1)),
        ("2026-12-31T14:00:00+03:00", "в понедельник", date(2027, 1, 4)),
        ("2028-02-28T14:00:00+00:00", "tomorrow", date(2028, 2, 29)),
        ("2026-01-31T09:00:00+03:00", "через месяц", date(2026, 2, 28)),
        ("2026-11-30T09:00:00+03:00", "29.02", date(2028, 2, 29)),
        ("2026-11-30T09:00:00+03:00", "31 числа", date(2026, 12, 31)),
        ("2026-12-20T09:00:00+03:00", "10.01", date(2027, 1, 10)),
    ],
)
def test_years_and_months_end_well(reference: str, text: str, day: date) -> None:
    assert _wish(text, datetime.fromisoformat(reference)).windows == (Window(day, day),)


@pytest.mark.parametrize("day", [date(2026, 3, 29), date(2026, 10, 25)])
def test_days_on_which_clocks_change_are_read_by_the_clock_on_the_wall(day: date) -> None:
    zone = ZoneInfo("Europe/London")
    reference = datetime.combine(day - timedelta(days=1), time(18), zone)
    ten = datetime.combine(day, time(10), zone)
    assert parse("tomorrow at 10", "en", reference).windows == (Window(ten, ten),)
    assert parse("tomorrow after 10", "en", reference).windows == (Window(ten, day),)
