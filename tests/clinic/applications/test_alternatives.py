"""Which of the free times are offered to somebody whose wish was declined."""

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from clinic.applications.domain.alternatives import Candidate, alternatives
from clinic.schedule.engine.minutes import Minute, to_datetime

WISHED: Minute = 29_000_000


def candidate(doctor_id: int, ahead: timedelta) -> Candidate:
    start = WISHED + int(ahead / timedelta(minutes=1))
    return Candidate(doctor_id, start, to_datetime(start).date())


free = st.lists(
    st.builds(candidate, st.integers(1, 3), st.integers(-200, 200).map(lambda n: timedelta(minutes=30 * n))),
    max_size=30,
)


@given(free, st.integers(1, 3) | st.none())
def test_what_is_offered_is_free_differs_and_is_on_different_days_where_it_can_be(
    found: list[Candidate], doctor_id: int | None
) -> None:
    chosen = alternatives(found, doctor_id, WISHED, 3)
    left = [each for each in found if (each.doctor_id, each.start) != (doctor_id, WISHED)]
    assert set(chosen) <= set(left)
    assert len({each.start for each in chosen}) == len(chosen)
    assert len(chosen) == min(3, len({each.start for each in left}))
    assert len({each.day for each in chosen}) == min(3, len(chosen), len({each.day for each in left}))
    assert chosen == sorted(chosen, key=lambda each: each.start)


def test_the_wanted_doctor_is_preferred_and_the_nearest_time() -> None:
    half_an_hour, day = timedelta(minutes=30), timedelta(days=1)
    mine = [candidate(1, half_an_hour * n) for n in (-3, 2, 4)] + [candidate(1, day * n) for n in (1, 2, 5)]
    others = [candidate(2, half_an_hour), candidate(2, day)]
    chosen = alternatives([*mine, *others], 1, WISHED, 3)
    assert chosen == [candidate(1, half_an_hour * 2), candidate(1, day), candidate(1, day * 2)]
    far = [candidate(1, day * 9), candidate(2, half_an_hour), candidate(3, day)]
    assert [each.doctor_id for each in alternatives(far, 1, WISHED, 2)] == [2, 3]
