"""What managers write after /block: whom they mean, with slips, and which hours. No network."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from bot.managers.blocks.hours import read_hours, whole_day
from bot.managers.blocks.whom import meant
from contracts.schedule import Doctor

MOSCOW = ZoneInfo("Europe/Moscow")
NOW = datetime(2026, 3, 3, 4, 30, tzinfo=UTC)
"""Tuesday, 7:30 in Moscow."""


def doctor(number: int, name: str, gender: str | None = None) -> Doctor:
    return Doctor(
        doctor_id=number,
        full_name=name,
        specialty="dentist",
        branch_id=1,
        office_number="1",
        languages=("ru",),
        sees_adults=True,
        sees_children=False,
        gender=gender,
    )


DOCTORS = [
    doctor(1, "Ирина Соколова", "female"),
    doctor(2, "Павел Громов", "male"),
    doctor(3, "Мария Иванова", "female"),
    doctor(4, "Олег Иванов", "male"),
]


@pytest.mark.parametrize(
    ("written", "whom"),
    [
        ("Соколова 09:00-14:00", [1]),
        ("Сокалова сегодня", [1]),
        ("sokolova today", [1]),
        ("Sokalova tomorrow", [1]),
        ("громов", [2]),
        ("Грамов завтра", [2]),
        ("Мария Иванова весь день", [3]),
        ("Кузнецов сегодня", []),
        ("сегодня", []),
        ("09:00-14:00", []),
    ],
)
def test_whom_they_mean(written: str, whom: list[int]) -> None:
    assert [each.doctor_id for each in meant(written, DOCTORS)] == whom


def test_a_name_of_several_asks_which() -> None:
    assert {each.doctor_id for each in meant("Иванова 3 марта", DOCTORS)} >= {3}


def at(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 3, day, hour, minute, tzinfo=MOSCOW)


@pytest.mark.parametrize(
    ("written", "hours"),
    [
        ("Соколова 09:00-14:00", (at(3, 9), at(3, 14))),
        ("Соколова 9-14", (at(3, 9), at(3, 14))),
        ("Соколова сегодня", (at(3, 0), at(4, 0))),
        ("Sokolova today", (at(3, 0), at(4, 0))),
        ("Соколова завтра с 9 до 12:30", (at(4, 9), at(4, 12, 30))),
        ("Соколова 5 марта", (at(5, 0), at(6, 0))),
        ("Соколова 05.03-06.03", (at(5, 0), at(7, 0))),
        ("Соколова с 10:00", (at(3, 10), at(4, 0))),
        ("Соколова весь день", (at(3, 0), at(4, 0))),
        ("Соколова сейчас", (NOW, at(4, 0))),
        ("Sokolova now", (NOW, at(4, 0))),
        ("Соколова", None),
    ],
)
def test_which_hours(written: str, hours: tuple[datetime, datetime] | None) -> None:
    assert read_hours(written, "ru", MOSCOW, NOW) == hours


def test_hours_that_are_over_are_tomorrows() -> None:
    evening = datetime(2026, 3, 3, 15, tzinfo=UTC)
    assert read_hours("Соколова 09:00-14:00", "ru", MOSCOW, evening) == (at(4, 9), at(4, 14))


def test_a_whole_day_has_its_own_length() -> None:
    begin, end = whole_day(datetime(2026, 3, 29, tzinfo=UTC).date(), ZoneInfo("Europe/Berlin"))
    assert (end.astimezone(UTC) - begin.astimezone(UTC)).total_seconds() == 23 * 3600
