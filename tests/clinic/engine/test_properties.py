"""What every answer of the slot engine keeps to, whatever the hours, exceptions and bookings are."""

from dataclasses import replace
from itertools import pairwise
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from clinic.schedule.domain.rules import Closure, ExceptionKind, ScheduleException
from clinic.schedule.engine.free import Desk, Wish, free_starts, soonest, upcoming
from clinic.schedule.engine.grid import Rules, build
from clinic.schedule.engine.minutes import Minute, to_datetime
from clinic.schedule.engine.occupancy import busy
from tests.clinic.engine.worlds import BEGIN, DAYS, END, FIRST_DAY, desks, moments, wishes

Slots = list[tuple[Minute, Minute]]
worlds = st.tuples(desks(), wishes, moments)
World = tuple[tuple[Desk, Rules], Wish, Minute]


def offered(desk: Desk, wish: Wish, now: Minute) -> Slots:
    return [(start, start + wish.length(desk.doctor)) for start in free_starts(desk, wish, now)]


def works_at(rules: Rules, minute: Minute) -> bool:
    """The rules read minute by minute off the wall clock: slow, and with nothing in common with the engine."""
    local = to_datetime(minute, rules.zone)
    day, wall = local.date(), local.hour * 60 + local.minute
    working = any(h.weekday == day.weekday() and h.start <= wall < h.end for h in rules.weekly_hours)
    for exception in rules.exceptions:
        if exception.covers(day) and exception.start <= wall < exception.end:
            working |= exception.kind is ExceptionKind.EXTRA_HOURS
    off: list[Closure | ScheduleException] = [e for e in rules.exceptions if e.kind is ExceptionKind.TIME_OFF]
    return working and not any(shut.covers(day) and shut.start <= wall < shut.end for shut in (*off, *rules.closures))


@given(worlds)
def test_slots_lie_inside_working_hours(world: World) -> None:
    (desk, rules), wish, now = world
    for start, end in offered(desk, wish, now):
        assert all(works_at(rules, minute) for minute in range(start, end))


@given(worlds)
def test_slots_of_one_answer_keep_their_buffers_and_never_overlap(world: World) -> None:
    (desk, _), wish, now = world
    doctor = desk.doctor
    for (_, end), (start, _) in pairwise(offered(desk, wish, now)):
        assert end + doctor.buffer_after <= start - doctor.buffer_before


@given(worlds)
def test_slots_with_their_buffers_meet_nothing_that_is_taken(world: World) -> None:
    (desk, _), wish, now = world
    for start, end in offered(desk, wish, now):
        blocked = start - desk.doctor.buffer_before, end + desk.doctor.buffer_after
        for begin, until in zip(desk.busy.begins, desk.busy.ends, strict=True):
            assert until <= blocked[0] or blocked[1] <= begin


@given(worlds)
def test_slots_honour_the_wish_the_lead_time_and_the_horizon(world: World) -> None:
    (desk, rules), wish, now = world
    for start, _ in offered(desk, wish, now):
        assert wish.begin <= start < wish.end
        assert now + desk.doctor.lead_minutes <= start < now + desk.doctor.horizon_days * 1440
        local = to_datetime(start, rules.zone)
        assert wish.part[0] <= local.hour * 60 + local.minute < wish.part[1]


@given(worlds)
def test_walking_and_marking_find_the_same_starts(world: World) -> None:
    (desk, _), wish, now = world
    assert list(upcoming(desk, wish, now)) == free_starts(desk, wish, now)


@given(st.lists(desks(), max_size=4), wishes, moments, st.integers(0, 30))
def test_soonest_is_the_head_of_all_free_starts_in_order(
    worlds: list[tuple[Desk, Rules]], wish: Wish, now: Minute, limit: int
) -> None:
    everything = sorted(
        (start, number) for number, (desk, _) in enumerate(worlds) for start in free_starts(desk, wish, now)
    )
    found = soonest([(desk, wish) for desk, _ in worlds], now, limit)
    assert [start for start, _ in found] == [start for start, _ in everything[:limit]]


@given(worlds, st.data())
def test_cancelling_frees_exactly_what_was_taken(world: World, data: st.DataObject) -> None:
    (desk, _), wish, now = world
    before = free_starts(desk, wish, now)
    if not before:
        return
    start = data.draw(st.sampled_from(before))
    doctor = desk.doctor
    visit = start - doctor.buffer_before, start + wish.length(doctor) + doctor.buffer_after
    ranges = list(zip(desk.busy.begins, desk.busy.ends, strict=True))
    booked = replace(desk, busy=busy([*ranges, visit]))
    assert start not in free_starts(booked, wish, now)
    assert free_starts(replace(booked, busy=busy(ranges)), wish, now) == before


@given(worlds)
def test_a_free_slot_that_is_booked_leaves_the_grid_as_it_was(world: World) -> None:
    """What is free after a booking was free before, or lies on the grid between what was thinned out."""
    (desk, rules), wish, now = world
    grid = set(build(rules, FIRST_DAY, DAYS).fit(wish.length(desk.doctor), wish.part).starts)
    assert {start for start in free_starts(desk, wish, now) if BEGIN + 1440 <= start < END - 1440} <= grid


@given(worlds, st.sampled_from(["Asia/Tokyo", "America/Lima", "Pacific/Chatham"]))
def test_another_zone_sees_the_same_instants(world: World, zone: str) -> None:
    (desk, rules), wish, now = world
    for start in free_starts(desk, wish, now):
        assert to_datetime(start, ZoneInfo(zone)) == to_datetime(start, rules.zone)
        assert to_datetime(start, ZoneInfo(zone)).timestamp() == start * 60
