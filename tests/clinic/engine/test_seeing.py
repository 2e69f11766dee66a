"""What is offered to a visitor is what booking would let the visitor have, for every age and zone."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clinic.appointments.age import check_age
from clinic.appointments.refusals import WrongAge
from clinic.schedule.domain.clinic import Doctor
from clinic.schedule.domain.visitor import Visitor
from clinic.schedule.engine.days import counted, day_edges
from clinic.schedule.engine.free import Wish
from clinic.schedule.engine.minutes import to_datetime, to_minute
from clinic.schedule.engine.seeing import seen

NOW = to_minute(datetime(2026, 3, 2, 6, tzinfo=UTC))
DAY = 1440
ZONES = st.sampled_from([ZoneInfo(z) for z in ("UTC", "Europe/Moscow", "America/New_York", "Pacific/Kiritimati")])


def doctor(*, adults: bool, children: bool) -> Doctor:
    return Doctor(1, "A", "ent", 1, sees_adults=adults, sees_children=children, horizon_days=60)


def allowed(of: Doctor, visitor: Visitor, day: date) -> bool:
    try:
        check_age(of, visitor, day)
    except WrongAge:
        return False
    return True


@given(
    zone=ZONES,
    adults=st.booleans(),
    children=st.booleans(),
    born=st.dates(date(2008, 1, 1), date(2008, 12, 31)) | st.dates(date(1900, 1, 1), date(2100, 1, 1)),
    minutes=st.lists(st.integers(0, 70 * DAY), min_size=1, max_size=20),
    begin=st.integers(0, 70 * DAY),
    length=st.integers(1, 70 * DAY),
)
def test_offered_is_allowed(
    zone: ZoneInfo, adults: bool, children: bool, born: date, minutes: list[int], begin: int, length: int
) -> None:
    of, visitor = doctor(adults=adults, children=children), Visitor("other", born)
    wish = Wish(NOW + begin, NOW + begin + length)
    narrowed = seen(wish, of, visitor, zone, NOW)
    for start in (NOW + minute for minute in minutes):
        wanted = wish.begin <= start < min(wish.end, NOW + of.horizon_days * DAY)
        offered = narrowed is not None and narrowed.begin <= start < min(narrowed.end, NOW + of.horizon_days * DAY)
        assert offered == (wanted and allowed(of, visitor, to_datetime(start, zone).date()))


@pytest.mark.parametrize(
    ("relation", "born", "adult_from"),
    [
        ("child", date(2008, 3, 5), date(2026, 3, 5)),
        ("child", date(2008, 2, 29), date(2026, 3, 1)),
        ("self", None, date.min),
        (None, None, date.min),
        ("child", None, date.max),
    ],
)
def test_coming_of_age(relation: str | None, born: date | None, adult_from: date) -> None:
    assert Visitor(relation, born).adult_from == adult_from


def test_a_wish_that_is_over_is_left_to_be_explained() -> None:
    past = Wish(NOW, NOW - DAY)
    assert seen(past, doctor(adults=True, children=False), Visitor("child", None), ZoneInfo("UTC"), NOW) is past


@given(
    zone=st.sampled_from([ZoneInfo(z) for z in ("Europe/Berlin", "America/Santiago", "Asia/Beirut", "Europe/Moscow")]),
    first=st.dates(date(2026, 1, 1), date(2026, 12, 31)),
    minutes=st.lists(st.integers(0, 20 * DAY), max_size=60, unique=True),
)
def test_days_are_counted_as_the_wall_clock_does(zone: ZoneInfo, first: date, minutes: list[int]) -> None:
    """Santiago and Beirut change their clocks at midnight."""
    edges = day_edges(zone, first, 21)
    starts = sorted(edges[0] + minute for minute in minutes)
    naive: dict[date, int] = {}
    for start in starts:
        day = to_datetime(start, zone).date()
        naive[day] = naive.get(day, 0) + 1
    assert {first + timedelta(days=number): count for number, count in counted(starts, edges)} == naive
