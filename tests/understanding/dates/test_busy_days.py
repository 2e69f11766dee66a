"""A day on which something else happens is not offered, whatever it is; a day that suits is."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from understanding.dates import Window, parse

REFERENCE = datetime(2026, 11, 18, 10, 20, tzinfo=ZoneInfo("Europe/Moscow"))
"""A Wednesday."""
WEDNESDAY, FRIDAY = date(2026, 11, 25), date(2026, 11, 20)

_WHATEVER_RU = [
    "стою в пробках", "у дочки концерт", "у меня выпускной", "везу сына к бабушке", "весь день на объекте", "завал",
    "плотный график", "дел выше крыши", "провожаю маму", "еду к родителям", "веду урок", "не до врачей", "без шансов",
    "даже не думайте", "переезжаем", "жду курьера", "муж чинит машину", "у нас инвентаризация", "красим забор",
    "обслуживание машины", "запарка",
    "не с кем оставить детей", "загружена", "всё расписано", "под вопросом", "солим капусту на зиму",
]  # fmt: skip
_WHATEVER_EN = [
    "I'm flying to Rome", "I have a plumber coming", "is jam-packed", "is booked solid", "I'm snowed under",
    "my son has a match", "is our anniversary", "I'm painting the fence", "we have visitors", "is a mess",
    "I look after my grandkids", "I take my dad to dialysis", "I coach", "is moving day", "I'm in London",
    "the builders are here all day", "I'm committed elsewhere", "is too much", "I'm off to Paris", "not my day",
]  # fmt: skip


@pytest.mark.parametrize(
    "way", ["в среду {0}, можно в пятницу?", "запишите на пятницу, в среду {0}", "среда - {0}, пятница подходит"]
)
@pytest.mark.parametrize("busy", _WHATEVER_RU)
def test_a_day_told_of_beside_a_wished_one_is_left_out(way: str, busy: str) -> None:
    assert parse(way.format(busy), "ru", REFERENCE).windows == (Window(FRIDAY, FRIDAY),)


@pytest.mark.parametrize(
    "way", ["On Wednesday {0}, can I come on Friday?", "Book me Friday please, Wednesday {0}", "{0} Wednesday. Friday?"]
)
@pytest.mark.parametrize("busy", _WHATEVER_EN)
def test_a_day_told_of_beside_a_wished_one_is_left_out_in_english(way: str, busy: str) -> None:
    assert parse(way.format(busy), "en", REFERENCE).windows == (Window(FRIDAY, FRIDAY),)


@pytest.mark.parametrize(
    "text",
    [
        "в среду везу сына в школу", "в среду еду к родителям", "среду вычёркиваю", "в среду загружена",
        "в среду аврал", "минус среда", "в среду куча дел", "I'm teaching on Wednesday", "Wednesday I'm hosting guests",
        "среда - худший день", "don't even suggest Wednesday", "nothing on Wednesday",
        "I can't get out of work Wednesday",
        "we'll be moving on Wednesday", "Wednesday is full on", "forget about Wednesday", "I'm off to Paris Wednesday",
    ],
)  # fmt: skip
def test_a_day_that_is_taken_is_not_offered_though_no_other_is_named(text: str) -> None:
    wish = parse(text, "en" if text.isascii() else "ru", REFERENCE)
    noon = datetime.combine(WEDNESDAY, time(12), REFERENCE.tzinfo)
    for window in wish.windows:
        assert window.end is not None
        assert not (_instant(window.start) <= noon <= _instant(window.end) + timedelta(days=1)), text


def _instant(moment: date | datetime | None) -> datetime:
    assert moment is not None
    return moment if isinstance(moment, datetime) else datetime.combine(moment, time(), REFERENCE.tzinfo)


@pytest.mark.parametrize(
    "text",
    [
        "можно в среду или в пятницу", "запишите в среду, в пятницу тоже подойдет", "на пятницу хочу, в среду к лору",
        "в среду лор, в пятницу терапевт, запишите", "могу в пятницу, в среду я дома",
        "в среду я не работаю, в пятницу можно", "в среду буду в городе, могу в пятницу",
        "в среду у меня ничего нет, в пятницу можно",
        "пятница ок, в среду отдыхаю", "лучше в пятницу, но сойдет и среда",
        "среда в приоритете, пятница запасной вариант, запишите",
        "Friday, I'm in town Wednesday too", "I need the dentist Friday, the GP Wednesday",
        "I'm off on Wednesday, Friday works too", "Wednesday is easiest for me, Friday works",
        "Friday please, Wednesday is my second choice",
        "I have nothing on Wednesday, Friday is fine too", "I'm hoping for Wednesday, Friday is fine too",
        "We can do Wednesday, and Friday", "Wednesday or Friday works, my name is Ann",
    ],
)  # fmt: skip
def test_what_is_said_of_a_day_that_suits_leaves_it(text: str) -> None:
    windows = parse(text, "en" if text.isascii() else "ru", REFERENCE).windows
    assert windows == (Window(FRIDAY, FRIDAY), Window(WEDNESDAY, WEDNESDAY))


@pytest.mark.parametrize(
    ("text", "twin"),
    [
        ("по утрам стою в пробках, вечером могу", "вечером"),
        ("before noon I teach, after 2 works", "after 2"),
        ("mornings I'm at the gym, afternoons work", "afternoons"),
        ("Tuesdays I coach, other days fine", "any day but Tuesdays"),
        ("по вторникам веду кружок, остальные дни ок", "любой день кроме вторников"),
    ],
)
def test_hours_and_days_told_of_are_left_out_of_the_others(text: str, twin: str) -> None:
    assert parse(text, "ru", REFERENCE).windows == parse(twin, "ru", REFERENCE).windows


@pytest.mark.parametrize(
    "text",
    [
        "до скольки работаете в субботу?", "какой график в выходные?", "во сколько открываетесь завтра",
        "are you open on Sundays?", "what time do you close on Friday?", "do you work Saturdays?",
    ],
)  # fmt: skip
def test_a_question_about_opening_hours_is_no_wish(text: str) -> None:
    wish = parse(text, "en" if text.isascii() else "ru", REFERENCE)
    assert wish.windows == ()
    assert not wish.asap


@pytest.mark.parametrize(
    "text",
    ["в пятницу работаете? запишите", "на пятницу, если работаете", "are you open Friday? I'd like to book then"],
)
def test_beside_a_booking_the_question_names_its_day(text: str) -> None:
    assert parse(text, "ru", REFERENCE).windows == (Window(FRIDAY, FRIDAY),)
