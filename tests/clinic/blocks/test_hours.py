"""Which time a block closes, until when a time is held, and by when somebody calls: pure rules."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st

from clinic.blocks.closing import closed_days
from clinic.blocks.domain import LEAST_ANSWER, SOON, answer_by, call_by
from clinic.schedule.domain.rules import ExceptionKind, ScheduleException, WeeklyHours
from clinic.schedule.engine.grid import Rules, stretches
from clinic.schedule.engine.minutes import to_minute, to_minute_up

ZONES = ("Europe/Moscow", "Asia/Yekaterinburg", "Europe/Berlin", "America/St_Johns", "Australia/Lord_Howe", "UTC")
NEW_YEAR = datetime(2026, 1, 1, tzinfo=UTC)
CHANGES = (
    datetime(2026, 3, 8, 5, 30, tzinfo=UTC),
    datetime(2026, 3, 29, 1, tzinfo=UTC),
    datetime(2026, 4, 4, 15, tzinfo=UTC),
    datetime(2026, 10, 3, 15, 30, tzinfo=UTC),
    datetime(2026, 10, 25, 1, tzinfo=UTC),
    datetime(2026, 11, 1, 4, 30, tzinfo=UTC),
)
"""When some of the zones set their clocks."""
moments = st.one_of(
    st.timedeltas(timedelta(), timedelta(days=350)).map(lambda since: NEW_YEAR + since),
    st.builds(
        lambda change, by: change + by,
        st.sampled_from(CHANGES),
        st.timedeltas(timedelta(hours=-4), timedelta(hours=4)),
    ),
)
lengths = st.one_of(
    st.timedeltas(timedelta(seconds=1), timedelta(hours=5)), st.timedeltas(timedelta(seconds=1), timedelta(days=6))
)


@settings(max_examples=400, deadline=None)
@given(moments, lengths, st.sampled_from(ZONES))
def test_exactly_the_blocked_hours_are_closed(begin: datetime, length: timedelta, name: str) -> None:
    zone, end = ZoneInfo(name), begin + length
    rules = Rules(
        zone=zone,
        slot_minutes=30,
        weekly_hours=tuple(WeeklyHours(day, 0, 1440) for day in range(7)),
        exceptions=tuple(
            ScheduleException(ExceptionKind.TIME_OFF, one.first_day, one.last_day, one.start, one.end)
            for one in closed_days(begin, end, zone)
        ),
        closures=(),
    )
    first, last = begin.astimezone(zone).date(), end.astimezone(zone).date()
    days = [first + timedelta(days=number) for number in range(-1, (last - first).days + 2)]
    open_ = [piece for day in days for piece in stretches(rules, day)]
    assert not any(a < to_minute_up(end) and b > to_minute(begin) for a, b in open_)
    # Not more than that, but for the hour that the clocks repeat.
    before, after = to_minute(begin) - 61, to_minute_up(end) + 61
    assert any(a <= before < b for a, b in open_)
    assert any(a <= after < b for a, b in open_)


@given(moments, st.timedeltas(timedelta(minutes=1), timedelta(days=60)), st.integers(1, 168))
def test_a_time_is_held_long_enough_and_not_too_long(now: datetime, ahead: timedelta, hours: int) -> None:
    offered = now + ahead
    until = answer_by(now, offered, hours)
    assert now < until <= offered
    assert until <= now + timedelta(hours=hours)
    assert until <= max(offered - SOON, now + LEAST_ANSWER)
    assert until >= min(offered, now + min(LEAST_ANSWER, timedelta(hours=hours)))


@given(moments, st.timedeltas(timedelta(days=-1), timedelta(days=60)))
def test_who_begins_sooner_is_called_sooner(now: datetime, ahead: timedelta) -> None:
    assert call_by(now + ahead, now) >= now
    assert call_by(now + ahead, now) <= call_by(now + ahead + timedelta(minutes=1), now)
