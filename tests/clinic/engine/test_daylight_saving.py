"""Clock changes: no slot in the gap, none twice in the overlap, nothing overlaps, whatever the zone."""

from collections import Counter
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clinic.schedule.domain.clinic import Doctor
from clinic.schedule.domain.rules import ExceptionKind, ScheduleException, WeeklyHours
from clinic.schedule.engine.free import Desk, Wish, free_starts
from clinic.schedule.engine.grid import Rules, build
from clinic.schedule.engine.minutes import to_datetime, to_minute
from clinic.schedule.engine.occupancy import busy

ALL_DAY = tuple(WeeklyHours(day, 0, 1440) for day in range(7))


def walls(zone: str, day: date, step: int = 30, hours: tuple[WeeklyHours, ...] = ALL_DAY) -> list[str]:
    """The wall-clock starts that a day offers."""
    rules = Rules(ZoneInfo(zone), step, hours, (), ())
    starts = build(rules, day, 1).fit(step).starts
    return [to_datetime(start, rules.zone).strftime("%H:%M%z") for start in starts]


def test_nothing_is_offered_in_the_gap() -> None:
    # Berlin, 29 March 2026: 02:00 becomes 03:00.
    night = (WeeklyHours(6, 60, 240),)
    assert walls("Europe/Berlin", date(2026, 3, 29), hours=night) == [
        "01:00+0100",
        "01:30+0100",
        "03:00+0200",
        "03:30+0200",
    ]


def test_nothing_is_offered_twice_in_the_overlap() -> None:
    # Berlin, 25 October 2026: 03:00 becomes 02:00 again.
    night = (WeeklyHours(6, 60, 240),)
    assert walls("Europe/Berlin", date(2026, 10, 25), hours=night) == [
        "01:00+0200",
        "01:30+0200",
        "02:00+0200",
        "02:30+0200",
        "03:00+0100",
        "03:30+0100",
    ]


def test_half_an_hour_of_change() -> None:
    # Lord Howe Island, 5 April 2026: 02:00 becomes 01:30 again; 4 October 2026: 02:00 becomes 02:30.
    night = (WeeklyHours(6, 60, 180),)
    overlap = walls("Australia/Lord_Howe", date(2026, 4, 5), hours=night)
    assert [wall[:5] for wall in overlap] == ["01:00", "01:30", "02:00", "02:30"]
    gap = walls("Australia/Lord_Howe", date(2026, 10, 4), hours=night)
    assert [wall[:5] for wall in gap] == ["01:00", "01:30", "02:30"]


def test_a_visit_across_the_change_lasts_its_minutes() -> None:
    # From 01:30 an hour of visit ends at 03:30 by the wall clock: the hours end at 03:30, so it just fits.
    rules = Rules(ZoneInfo("Europe/Berlin"), 30, (WeeklyHours(6, 60, 210),), (), ())
    grid = build(rules, date(2026, 3, 29), 1)
    last = to_datetime(grid.fit(60).starts[-1], rules.zone)
    assert last.strftime("%H:%M") == "01:30"
    assert (last.astimezone(UTC) + timedelta(minutes=60)).astimezone(rules.zone).strftime("%H:%M") == "03:30"


def test_time_off_in_the_overlap_covers_both_of_its_hours() -> None:
    off = ScheduleException(ExceptionKind.TIME_OFF, date(2026, 10, 25), date(2026, 10, 25), 120, 180)
    rules = Rules(ZoneInfo("Europe/Berlin"), 30, (WeeklyHours(6, 60, 240),), (off,), ())
    starts = [to_datetime(start, rules.zone) for start in build(rules, date(2026, 10, 25), 1).fit(30).starts]
    assert [start.strftime("%H:%M") for start in starts] == ["01:00", "01:30", "03:00", "03:30"]


def test_a_day_that_a_zone_skipped_has_no_slots() -> None:
    assert walls("Pacific/Apia", date(2011, 12, 30)) == []
    assert len(walls("Pacific/Apia", date(2011, 12, 31))) == 48


@settings(deadline=None, max_examples=200)
@given(
    st.sampled_from(sorted(available_timezones())),
    st.dates(date(2015, 1, 1), date(2037, 12, 1)),
    st.sampled_from([15, 20, 30, 60]),
    st.sampled_from([10, 30, 45, 90]),
)
def test_in_every_zone_on_every_day_each_wall_time_stands_for_one_visit(
    zone: str, day: date, step: int, duration: int
) -> None:
    rules = Rules(ZoneInfo(zone), step, ALL_DAY, (), ())
    doctor = Doctor(1, "Doctor 1", "ent", 1, slot_minutes=step, horizon_days=10)
    begin = to_minute(datetime.combine(day, time(), UTC)) - 2 * 1440
    starts = free_starts(
        Desk(doctor, build(rules, day - timedelta(days=1), 3), busy()), Wish(begin, begin + 5 * 1440, duration), begin
    )
    shown = [to_datetime(start, rules.zone) for start in starts]
    assert all(later - start >= duration for start, later in pairwise(starts))
    assert max(Counter(start.replace(tzinfo=None) for start in shown).values()) == 1
    # A time in the gap would come back from UTC as another one.
    assert all(
        start.astimezone(UTC).astimezone(rules.zone).replace(tzinfo=None) == start.replace(tzinfo=None)
        for start in shown
    )


@pytest.mark.parametrize("zone", ["Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Africa/Casablanca"])
def test_a_year_of_days_offers_every_wall_time_that_exists_once(zone: str) -> None:
    """Against the calendar itself: a wall time exists if going to UTC and back gives it again."""
    tz = ZoneInfo(zone)
    day = date(2026, 1, 1)
    grid = build(Rules(tz, 30, ALL_DAY, (), ()), day, 365)
    offered = Counter(to_datetime(start, tz).replace(tzinfo=None) for start in grid.fit(1).starts)
    expected = set()
    for number in range(365 * 48):
        wall = datetime.combine(day, time(), UTC).replace(tzinfo=None) + timedelta(minutes=30 * number)
        if wall.replace(tzinfo=tz).astimezone(UTC).astimezone(tz).replace(tzinfo=None) == wall:
            expected.add(wall)
    assert set(offered) == expected
    assert set(offered.values()) == {1}
