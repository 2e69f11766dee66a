"""When reminders go out: quiet hours, clock changes, zones."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from clinic.reminders.domain.moments import (
    APART,
    STILL_AHEAD,
    TIME_TO_ANSWER,
    ask_at,
    awake,
    confirm_by,
    due_time,
    plan,
    put_off,
)
from clinic.reminders.domain.quiet import MOST_MINUTES, QuietHours

BERLIN, MOSCOW = ZoneInfo("Europe/Berlin"), ZoneInfo("Europe/Moscow")
NIGHT = QuietHours(21 * 60, 8 * 60)
DAY, TWO_HOURS = timedelta(hours=24), timedelta(hours=2)
BOTH = (("24h", DAY), ("2h", TWO_HOURS))
LONG_AGO = datetime(2025, 1, 1, tzinfo=UTC)

ZONES = st.sampled_from(
    ["UTC", "Europe/Moscow", "Europe/Berlin", "America/St_Johns", "Asia/Kolkata", "Australia/Lord_Howe", "Asia/Tehran"]
).map(ZoneInfo)
MOMENTS = st.integers(0, 2 * 366 * 1440).map(lambda n: datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=n))


@st.composite
def quiet_hours(draw: st.DrawFn) -> QuietHours:
    begin, length = draw(st.integers(0, 1439)), draw(st.integers(1, MOST_MINUTES))
    return QuietHours(begin, (begin + length) % 1440)


@given(quiet_hours(), MOMENTS, ZONES)
def test_quiet_hours_begin_before_and_end_after(quiet: QuietHours, moment: datetime, zone: ZoneInfo) -> None:
    assume(quiet.hold(moment, zone))
    began, over = quiet.began(moment, zone), quiet.over(moment, zone)
    assert began.astimezone(UTC) <= moment < over.astimezone(UTC)
    assert over.astimezone(UTC) - began.astimezone(UTC) <= timedelta(hours=22)
    assert not quiet.hold(over, zone)


@given(MOMENTS, st.integers(1, 72), st.integers(0, 96), ZONES, st.none() | quiet_hours())
def test_nobody_is_reminded_in_quiet_hours_or_too_late(
    start: datetime, ahead: int, known: int, zone: ZoneInfo, quiet: QuietHours | None
) -> None:
    known_at = start - timedelta(hours=known)
    due = due_time(start, timedelta(hours=ahead), known_at, zone, quiet)
    if due is None:
        assert quiet is not None
        return
    assert due < start
    assert quiet is None or not quiet.hold(due, zone)
    nominal = start - timedelta(hours=ahead)
    if due > nominal:
        assert start - due >= STILL_AHEAD
    if quiet is None or not quiet.hold(nominal, zone):
        assert due == nominal


@given(
    MOMENTS,
    st.lists(st.integers(1, 60), unique=True, max_size=4),
    st.integers(0, 96),
    ZONES,
    st.none() | quiet_hours(),
)
def test_a_plan_has_each_kind_once_after_the_booking_and_apart(
    start: datetime, hours: list[int], known: int, zone: ZoneInfo, quiet: QuietHours | None
) -> None:
    known_at = start - timedelta(hours=known)
    made = plan(start, known_at, [(f"{n}h", timedelta(hours=n)) for n in hours], zone, quiet)
    assert [one.kind for one in made] == [f"{n}h" for n in hours]
    dues = sorted(one.due_at for one in made if one.due_at is not None)
    assert all(known_at < due < start for due in dues)
    assert all(later - due >= APART for due, later in pairwise(dues))


@given(MOMENTS, MOMENTS, ZONES, st.none() | quiet_hours())
def test_what_is_late_goes_out_at_once_or_in_the_morning(
    start: datetime, now: datetime, zone: ZoneInfo, quiet: QuietHours | None
) -> None:
    due = put_off(start, now, zone, quiet)
    assert due is None or now <= due < start
    if due is not None and quiet is not None:
        assert not quiet.hold(due, zone)
    assert awake(now, zone, quiet) >= now


@given(MOMENTS, st.integers(0, 23), st.integers(0, 200), ZONES, st.none() | quiet_hours())
def test_who_must_answer_has_time_to(
    start: datetime, hour: int, known: int, zone: ZoneInfo, quiet: QuietHours | None
) -> None:
    deadline = confirm_by(start, hour, zone)
    assert deadline.astimezone(UTC) < start
    assert deadline.astimezone(zone).date() < start.astimezone(zone).date()
    known_at = start - timedelta(hours=known)
    asked = ask_at(deadline, known_at, zone, quiet)
    if asked is not None:
        assert known_at <= asked
        assert deadline - asked >= TIME_TO_ANSWER
        assert quiet is None or not quiet.hold(asked, zone)


def moscow(hour: int, minute: int = 0, day: int = 10) -> datetime:
    return datetime(2026, 3, day, hour, minute, tzinfo=MOSCOW)


@pytest.mark.parametrize(
    ("start", "ahead", "known_at", "due"),
    [
        (moscow(12), TWO_HOURS, LONG_AGO, moscow(10)),
        (moscow(9), TWO_HOURS, LONG_AGO, moscow(20, 30, day=9)),
        (moscow(8, 45), TWO_HOURS, moscow(22, day=9), moscow(8)),
        (moscow(8, 15), TWO_HOURS, moscow(22, day=9), None),
        (moscow(22), DAY, LONG_AGO, moscow(20, 30, day=9)),
        (moscow(7), DAY, moscow(21, day=8), moscow(8, day=9)),
    ],
)
def test_examples_of_a_night(start: datetime, ahead: timedelta, known_at: datetime, due: datetime | None) -> None:
    assert due_time(start, ahead, known_at, MOSCOW, NIGHT) == due


def test_a_clock_change_between_reminder_and_visit() -> None:
    """On 29 March 2026 Berlin's clocks jump from 2:00 to 3:00."""
    start = datetime(2026, 3, 29, 12, tzinfo=BERLIN)
    (day, hours) = plan(start, LONG_AGO, BOTH, BERLIN, NIGHT)
    assert day.due_at is not None
    assert day.due_at.astimezone(BERLIN) == datetime(2026, 3, 28, 11, tzinfo=BERLIN)
    assert hours.due_at == datetime(2026, 3, 29, 10, tzinfo=BERLIN)


def test_of_two_that_meet_in_the_evening_one_is_kept() -> None:
    for start in (moscow(8), moscow(8, 30)):
        made = plan(start, LONG_AGO, (("12h", timedelta(hours=12)), ("2h", TWO_HOURS)), MOSCOW, NIGHT)
        assert [one.due_at for one in made] == [None, moscow(20, 30, day=9)]


@pytest.mark.parametrize("text", [(0, 0), (0, 1440), (-1, 60), (60, 30)])
def test_a_day_without_an_hour_to_write_in_is_refused(text: tuple[int, int]) -> None:
    with pytest.raises(ValueError, match=r"hours|times"):
        QuietHours(*text)


def test_times_are_of_the_branch() -> None:
    assert confirm_by(datetime(2026, 3, 10, 22, tzinfo=UTC), 18, MOSCOW) == moscow(18)
