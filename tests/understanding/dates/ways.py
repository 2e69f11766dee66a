"""How patients write days and times: every way of one day, every way of one hour."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

from hypothesis import strategies as st

WEEKDAYS_RU = [
    ("понедельник", "в понедельник", "пн"),
    ("вторник", "во вторник", "вт"),
    ("среда", "в среду", "ср"),
    ("четверг", "в четверг", "чт"),
    ("пятница", "в пятницу", "пт"),
    ("суббота", "в субботу", "сб"),
    ("воскресенье", "в воскресенье", "вс"),
]
WEEKDAYS_EN = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
_MONTHS_RU = "января февраля марта апреля мая июня июля августа сентября октября ноября декабря"
_MONTHS_EN = "January February March April May June July August September October November December"
_ONES_RU = "первого второго третьего четвертого пятого шестого седьмого восьмого девятого"
_TEENS_RU = (
    "десятого одиннадцатого двенадцатого тринадцатого четырнадцатого пятнадцатого шестнадцатого семнадцатого "
    "восемнадцатого девятнадцатого"
)
_HOURS_RU = "час два три четыре пять шесть семь восемь девять десять одиннадцать двенадцать"
_HOURS_EN = "one two three four five six seven eight nine ten eleven twelve"
MONTHS_RU, MONTHS_EN = _MONTHS_RU.split(), _MONTHS_EN.split()
HOURS_RU, HOURS_EN = _HOURS_RU.split(), _HOURS_EN.split()
_ONES, _TEENS = _ONES_RU.split(), _TEENS_RU.split()

references = st.datetimes(
    min_value=datetime(2026, 1, 1),  # noqa: DTZ001 - the strategy adds the zone
    max_value=datetime(2031, 12, 31),  # noqa: DTZ001
    timezones=st.sampled_from(
        [
            ZoneInfo("Europe/Moscow"),
            ZoneInfo("Europe/London"),
            ZoneInfo("America/New_York"),
            timezone(timedelta(hours=7)),
        ]
    ),
)


def ordinal_ru(day: int) -> str:
    """'двадцать пятого'."""
    if day < 10:
        return _ONES[day - 1]
    if day < 20:
        return _TEENS[day - 10]
    return {20: "двадцатого", 30: "тридцатого"}.get(
        day
    ) or f"{'двадцать' if day < 30 else 'тридцать'} {_ONES[day % 10 - 1]}"


def ordinal_en(day: int) -> str:
    """'25th'."""
    ending = "th" if 10 < day < 14 else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")
    return f"{day}{ending}"


def days_in_words(count: int) -> str:
    """'3 дня', '5 дней', '21 день'."""
    if count % 10 == 1 and count != 11:
        return f"{count} день"
    return f"{count} дня" if count % 10 in (2, 3, 4) and not 10 < count < 15 else f"{count} дней"


def ways_of_day(day: date, today: date) -> Iterator[str]:
    """The ways to write a day that is one to sixty days ahead."""
    ahead = (day - today).days
    month_ru, month_en = MONTHS_RU[day.month - 1], MONTHS_EN[day.month - 1]
    yield f"{day:%d.%m}"
    yield f"на {day:%d.%m.%Y}"
    yield f"{day.day} {month_ru}"
    yield f"на {day.day}-е {month_ru}"
    yield f"{ordinal_ru(day.day)} {month_ru}"
    yield f"через {days_in_words(ahead)}" if ahead > 1 else "завтра"
    yield f"on {month_en} {ordinal_en(day.day)}"
    yield f"{day.day} {month_en}"
    yield f"the {ordinal_en(day.day)} of {month_en}"
    yield f"{month_en[:3]} {day.day}, {day.year}"
    yield f"in {ahead} days" if ahead > 1 else "tomorrow"
    yield day.isoformat()
    if ahead < 28:
        yield f"{day.day}-го"
        yield f"{day.day} числа"
        yield f"на {ordinal_ru(day.day)}"
        yield f"ближайшее {day.day} число"
        yield f"on the {ordinal_en(day.day)}"
    if ahead <= 7:
        nominative, accusative, short = WEEKDAYS_RU[day.weekday()]
        english = WEEKDAYS_EN[day.weekday()]
        yield from (nominative, accusative, short, f"на {short}", accusative.upper())
        yield from (english, f"on {english}", english[:3].lower() if day.weekday() < 5 else f"on {english[:3]}")
        yield f"{accusative}, {day.day} {month_ru}"
        yield f"{english} the {ordinal_en(day.day)}"


def ways_of_hour(hour: int) -> Iterator[str]:
    """The ways to write a full hour of a clinic's day, from 8 to 20, behind a day."""
    yield from (f"в {hour}", f"в {hour}:00", f"в {hour}.00", f"в {hour}-00", f"в {hour} часов", f"at {hour}:00")
    yield f"at {hour:02d}00"
    twelve = (hour - 1) % 12
    yield f"at {twelve + 1} {'am' if hour < 12 else 'pm'}"
    yield f"{twelve + 1}{'am' if hour < 12 else 'pm'}"
    if hour <= 12:
        yield f"в {HOURS_RU[hour - 1]}"
        yield f"at {HOURS_EN[hour - 1]}"
    elif hour <= 16:
        yield f"в {HOURS_RU[twelve]} дня" if hour != 13 else "в час дня"
        yield f"at {HOURS_EN[twelve]} in the afternoon"
    elif hour <= 19:
        yield f"в {HOURS_RU[twelve]} вечера"
        yield f"at {HOURS_EN[twelve]} in the evening"
    if 13 <= hour <= 19:
        yield f"at {HOURS_EN[twelve]}"
        yield f"в {HOURS_RU[twelve]}"
