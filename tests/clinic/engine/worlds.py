"""Small random clinics for property tests: one doctor's rules, what is taken, a wish, and now."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import strategies as st

from clinic.schedule.domain.clinic import Doctor
from clinic.schedule.domain.rules import Closure, ExceptionKind, ScheduleException, WeeklyHours
from clinic.schedule.engine.free import Desk, Wish
from clinic.schedule.engine.grid import Rules, build
from clinic.schedule.engine.minutes import Minute, to_minute
from clinic.schedule.engine.occupancy import Busy, busy

FIRST_DAY = date(2026, 6, 1)
DAYS = 12
BEGIN: Minute = to_minute(datetime(2026, 6, 1, tzinfo=UTC))
END: Minute = BEGIN + DAYS * 1440
ZONES = st.sampled_from([ZoneInfo(name) for name in ("UTC", "Europe/Moscow", "Asia/Kolkata", "America/New_York")])
"""None of them changes its clock in the days of these worlds, so that a wall clock is an oracle."""

spans = st.tuples(st.integers(0, 286), st.integers(1, 60)).map(lambda s: (s[0] * 5, min(1440, (s[0] + s[1]) * 5)))
shifts = st.tuples(st.integers(0, 200), st.integers(60, 150)).map(lambda s: (s[0] * 5, min(1440, (s[0] + s[1]) * 5)))
days = st.integers(0, DAYS).map(lambda n: FIRST_DAY + timedelta(days=n))
closures = st.builds(lambda day, span: Closure(day, day, *span), days, spans | st.just((0, 1440)))
exceptions = st.builds(
    lambda kind, day, span: ScheduleException(kind, day, day, *span), st.sampled_from(ExceptionKind), days, spans
)
weekly = st.builds(lambda day, span: WeeklyHours(day, *span), st.integers(0, 6), shifts)

rules = st.builds(
    Rules,
    zone=ZONES,
    slot_minutes=st.sampled_from([10, 15, 20, 30, 45, 60]),
    weekly_hours=st.lists(weekly, min_size=3, max_size=9).map(tuple),
    exceptions=st.lists(exceptions, max_size=3).map(tuple),
    closures=st.lists(closures, max_size=2).map(tuple),
)


@st.composite
def doctors(draw: st.DrawFn, of: Rules) -> Doctor:
    return Doctor(
        doctor_id=1,
        full_name="Doctor 1",
        specialty="ent",
        branch_id=1,
        slot_minutes=of.slot_minutes,
        buffer_before=draw(st.sampled_from([0, 0, 5, 20])),
        buffer_after=draw(st.sampled_from([0, 0, 10, 35])),
        lead_minutes=draw(st.sampled_from([0, 60, 1500])),
        horizon_days=draw(st.integers(1, DAYS) | st.just(DAYS)),
    )


@st.composite
def taken(draw: st.DrawFn) -> Busy:
    """Ranges that do not overlap, as the database guarantees: from a visit's length to a day's, mostly close by."""
    ranges, begin = [], BEGIN
    for pause, length in draw(st.lists(st.tuples(st.integers(0, 900), st.integers(5, 300)), max_size=30)):
        begin += pause
        ranges.append((begin, begin + length))
        begin += length
    return busy(ranges)


@st.composite
def desks(draw: st.DrawFn) -> tuple[Desk, Rules]:
    of = draw(rules)
    return Desk(draw(doctors(of)), build(of, FIRST_DAY - timedelta(days=1), DAYS + 2), draw(taken())), of


wishes = st.builds(
    lambda begin, length, duration, part: Wish(begin, begin + length, duration, part),
    st.integers(BEGIN, END - 4000) | st.just(BEGIN),
    st.integers(0, DAYS * 1440) | st.just(DAYS * 1440),
    st.none() | st.sampled_from([5, 20, 40, 90]),
    st.just((0, 1440)) | st.sampled_from([(0, 720), (720, 1020), (1020, 1440)]),
)
moments = st.integers(BEGIN - 2000, BEGIN + 4000)
