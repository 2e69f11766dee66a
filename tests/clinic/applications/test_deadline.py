"""Deadlines count opening hours: minute by minute, a clock on the wall says the same."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from clinic.applications.domain.deadline import deadline
from clinic.applications.domain.opening import after_open_minutes, open_minutes, opening_of
from clinic.schedule.domain.clinic import Branch, Doctor, Schedule
from clinic.schedule.domain.rules import Closure, ExceptionKind, ScheduleException, WeeklyHours
from clinic.schedule.engine.grid import Rules
from clinic.schedule.engine.minutes import Minute, to_datetime, to_minute

BERLIN = ZoneInfo("Europe/Berlin")
ZONES = st.sampled_from([BERLIN, ZoneInfo("America/New_York"), ZoneInfo("Europe/Moscow"), ZoneInfo("Asia/Kolkata")])
DST = datetime(2026, 3, 29, 1, tzinfo=UTC)
"""Berlin's clock goes from 2:00 to 3:00; New York's went three weeks before."""
# Clocks change at night, when only a branch that never closes is open: its hours are whole days.
hours = st.builds(
    lambda day, span: WeeklyHours(day, *span),
    st.integers(0, 6),
    st.tuples(st.integers(6, 14), st.integers(1, 10)).map(lambda s: (s[0] * 60, min(1440, sum(s) * 60)))
    | st.just((0, 1440)),
)
closures = st.builds(lambda n: Closure(day := date(2026, 3, 20) + timedelta(days=n), day), st.integers(0, 20))
openings = st.builds(
    Rules,
    zone=ZONES,
    slot_minutes=st.just(1),
    weekly_hours=st.lists(hours, max_size=8).map(tuple),
    exceptions=st.just(()),
    closures=st.lists(closures, max_size=2).map(tuple),
)
moments = st.integers(to_minute(DST) - 6 * 1440, to_minute(DST) + 6 * 1440)


def is_open(rules: Rules, minute: Minute) -> bool:
    there = to_datetime(minute, rules.zone)
    wall = there.hour * 60 + there.minute
    if any(closure.covers(there.date()) for closure in rules.closures):
        return False
    return any(h.weekday == there.weekday() and h.start <= wall < h.end for h in rules.weekly_hours)


@given(openings, moments, st.integers(1, 4 * 1440))
def test_opening_hours_are_those_of_a_clock_on_the_wall(rules: Rules, begin: Minute, length: int) -> None:
    by_the_clock = sum(is_open(rules, minute) for minute in range(begin, begin + length))
    assert open_minutes(rules, begin, begin + length) == by_the_clock


@given(openings, moments, st.integers(1, 600), st.integers(1, 4 * 1440))
def test_the_deadline_is_when_so_many_open_minutes_have_passed(
    rules: Rules, begin: Minute, wanted: int, length: int
) -> None:
    latest = begin + length
    reached = after_open_minutes(rules, begin, wanted, latest)
    assert begin < reached <= latest
    passed = open_minutes(rules, begin, reached)
    assert passed == wanted or (reached == latest and passed < wanted)
    if passed == wanted:
        assert is_open(rules, reached - 1)  # not a minute later than needed


@given(openings, moments, st.floats(0, 59), st.integers(1, 20 * 1440), st.integers(1, 12), st.integers(0, 600))
def test_there_is_always_time_and_the_visit_is_never_reached(
    rules: Rules, begin: Minute, seconds: float, ahead: int, count: int, margin: int
) -> None:
    now = to_datetime(begin) + timedelta(seconds=seconds)
    start = now + timedelta(minutes=ahead)
    found = deadline(rules, now, start, hours=count, margin=timedelta(minutes=margin))
    assert now < found.decide_by <= start
    assert now <= found.remind_at <= found.decide_by
    if ahead > margin:
        assert found.decide_by <= start - timedelta(minutes=margin)
    else:
        assert found.decide_by == now + (start - now) / 2


WORKDAYS = tuple(WeeklyHours(day, 9 * 60, 18 * 60) for day in range(5))
OFFICE = Rules(BERLIN, 1, WORKDAYS, (), ())


def at_office(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 3, day, hour, minute, tzinfo=BERLIN)


def test_both_sides_of_a_weekend_on_which_the_clock_changes() -> None:
    friday = at_office(27, 16)
    found = deadline(OFFICE, friday, at_office(31, 12), hours=4, margin=timedelta(hours=1))
    assert found.decide_by == at_office(30, 11)
    assert found.remind_at == at_office(27, 18)  # two of the four hours: never at night, never on Sunday
    saturday = deadline(OFFICE, at_office(28, 12), at_office(31, 12), hours=4, margin=timedelta(hours=1))
    assert (saturday.decide_by, saturday.remind_at) == (at_office(30, 13), at_office(30, 11))


def test_a_visit_before_the_hours_are_over_is_decided_an_hour_before() -> None:
    found = deadline(OFFICE, at_office(30, 9), at_office(30, 12), hours=4, margin=timedelta(hours=1))
    assert (found.decide_by, found.remind_at) == (at_office(30, 11), at_office(30, 10))
    soon = deadline(OFFICE, at_office(30, 9), at_office(30, 9, 40), hours=4, margin=timedelta(hours=1))
    assert soon.decide_by == at_office(30, 9, 20)
    overnight = deadline(OFFICE, at_office(29, 22), at_office(30, 9), hours=4, margin=timedelta(hours=1))
    assert overnight.decide_by == at_office(30, 8)


def test_a_branch_is_open_while_any_of_its_doctors_usually_works() -> None:
    day_off = ScheduleException(ExceptionKind.TIME_OFF, date(2026, 3, 1), date(2026, 4, 30))
    early = Doctor(1, "D", "ent", 1, weekly_hours=(WeeklyHours(0, 480, 720),), exceptions=(day_off,))
    late = Doctor(2, "E", "ent", 1, weekly_hours=(WeeklyHours(0, 660, 900),))
    elsewhere = Doctor(3, "F", "ent", 2, weekly_hours=(WeeklyHours(0, 0, 1440),))
    shut = Closure(date(2026, 3, 30), date(2026, 3, 30), 780, 840)
    branches = {n: Branch(n, "B", "", "Europe/Berlin", (shut,)) for n in (1, 2)}
    rules = opening_of(Schedule(1, branches, {d.doctor_id: d for d in (early, late, elsewhere)}, {}), 1)
    monday = to_minute(at_office(30, 0))
    assert open_minutes(rules, monday, monday + 1440) == 900 - 480 - 60
