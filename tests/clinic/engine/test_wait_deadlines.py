"""Until when somebody on the wait-list may answer: never at night, never the whole time until the visit."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clinic.reminders.domain.quiet import QuietHours
from clinic.waits.deadline import LEAST, AskingRules, asking

MOSCOW, OMSK = ZoneInfo("Europe/Moscow"), ZoneInfo("Asia/Omsk")
QUIET = QuietHours(21 * 60, 8 * 60)
RULES = AskingRules(timedelta(minutes=30), QUIET)
MOMENTS = st.datetimes(datetime(2026, 1, 1), datetime(2027, 12, 31), timezones=st.just(UTC))  # noqa: DTZ001 - bounds
ZONES = st.sampled_from([MOSCOW, OMSK, ZoneInfo("Europe/Berlin"), ZoneInfo("America/New_York"), ZoneInfo("UTC")])


def at(hour: int, minute: int = 0, day: int = 2, zone: ZoneInfo = MOSCOW) -> datetime:
    return datetime(2026, 3, day, hour, minute, tzinfo=zone)


@pytest.mark.parametrize(
    ("now", "start", "told", "until"),
    [
        (at(12), at(18), at(12), at(12, 30)),  # half an hour, as set
        (at(12), at(12, 40), at(12), at(12, 20)),  # half of what is left
        (at(12), at(12, 10), at(12), at(12, 5)),
        (at(12), at(12, 9), None, None),  # too near to be asked about
        (at(23), at(12, day=3), at(8, day=3), at(8, 30, day=3)),  # in the morning
        (at(3), at(8, 30), at(8), at(8, 15)),
        (at(3), at(8), None, None),  # it would begin before anybody is awake
        (at(21), at(22, 30), None, None),
        (at(20, 59), at(22, 30), at(20, 59), at(21, 29)),
        (at(8), at(18), at(8), at(8, 30)),
    ],
)
def test_when_somebody_is_asked(now: datetime, start: datetime, told: datetime | None, until: datetime | None) -> None:
    found = asking(now, start, MOSCOW, RULES)
    assert (found and found.tell_at, found and found.answer_by) == (told, until)


def test_it_is_the_branchs_night() -> None:
    evening, noon = at(19), at(12, day=3)  # 22:00 in Omsk
    found = [asking(evening, noon, zone, RULES) for zone in (MOSCOW, OMSK)]
    assert [one and one.tell_at for one in found] == [evening, at(8, day=3, zone=OMSK)]


def awake(now: datetime, zone: ZoneInfo) -> datetime:
    return QUIET.over(now, zone) if QUIET.hold(now, zone) else now


@given(MOMENTS, st.integers(1, 14 * 1440), ZONES)
def test_the_time_to_answer_lies_in_the_day_and_leaves_time_for_the_next(
    now: datetime, minutes: int, zone: ZoneInfo
) -> None:
    start = now + timedelta(minutes=minutes)
    found = asking(now, start, zone, RULES)
    if found is None:
        assert start - awake(now, zone) < 2 * LEAST + timedelta(minutes=2)
        return
    assert now <= found.tell_at < found.answer_by < start
    assert LEAST <= found.answer_by - found.tell_at <= RULES.time_to_answer
    assert found.answer_by - found.tell_at <= (start - found.tell_at) / 2
    assert 8 <= found.tell_at.astimezone(zone).hour < 21


@given(MOMENTS, ZONES)
def test_without_a_quiet_time_everybody_is_asked_at_once(now: datetime, zone: ZoneInfo) -> None:
    found = asking(now, now + timedelta(days=1), zone, AskingRules(timedelta(minutes=30), None))
    assert found is not None
    assert found.tell_at == now
