"""The slot engine in process, and the HTTP routes beside it: `python -m bench.slots`.

100 doctors, 30 days, 30-minute slots, a third of the time taken. The grid (what hours allow) is compiled once for each
version of the schedule and shared by doctors of equal hours; 'different' gives each doctor hours of its own.

What profiling found: with the grid at hand the time goes into finding what is taken on it, two bisections a range.
Merging ranges that touch saved a third of them, and made the search through full calendars ten times quicker.
"""

import asyncio
import json
import random
import statistics
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import repeat

from bench import load
from bench.setting import TOKEN, setting
from clinic.schedule.compiled import CompiledSchedule
from clinic.schedule.domain.clinic import Branch, Doctor, Schedule
from clinic.schedule.domain.rules import WeeklyHours
from clinic.schedule.engine.free import Desk, Wish, free_starts, soonest
from clinic.schedule.engine.minutes import Minute, to_minute
from clinic.schedule.engine.occupancy import Busy, busy

NOW = to_minute(datetime(2026, 3, 2, tzinfo=UTC))
DAYS = 30


def clinic(doctors: int, *, own_hours: bool = False) -> CompiledSchedule:
    """Weekdays 09:00-17:00; with `own_hours` no two doctors share a pattern, so no grid is shared."""

    def hours(number: int) -> tuple[WeeklyHours, ...]:
        shift = number % 120 if own_hours else 0
        return tuple(WeeklyHours(day, 540 + shift, 1020 + shift) for day in range(7))

    known = {
        n: Doctor(n, f"Doctor {n}", "ent", 1, slot_minutes=30, horizon_days=DAYS, weekly_hours=hours(n))
        for n in range(1, doctors + 1)
    }
    return CompiledSchedule(Schedule(1, {1: Branch(1, "Branch", "", "Europe/Moscow")}, known, {}))


def taken(share: float, chance: random.Random) -> Busy:
    first = date(2026, 3, 2)
    starts = [
        to_minute(datetime(first.year, first.month, first.day, 6, tzinfo=UTC) + timedelta(days=day, minutes=30 * n))
        for day in range(DAYS)
        for n in range(16)
    ]
    return busy((start, start + 30) for start in starts if chance.random() < share)


def desks(compiled: CompiledSchedule, share: float) -> list[Desk]:
    chance = random.Random(7)  # noqa: S311 - the same world in every run
    return [Desk(d, compiled.grid(d, NOW), taken(share, chance)) for d in compiled.doctors()]


def milliseconds(work: Callable[[], object], times: int = 30) -> float:
    """The median of several calls, after one that warms up."""
    work()
    taken_ms = []
    for _ in range(times):
        started = time.perf_counter()
        work()
        taken_ms.append((time.perf_counter() - started) * 1000)
    return statistics.median(taken_ms)


def in_process() -> None:
    wish = Wish(NOW, NOW + DAYS * 1440)
    hundred, thousand = desks(clinic(100), 0.33), desks(clinic(1000), 0.33)
    found = sum(len(free_starts(desk, wish, NOW)) for desk in hundred)
    print(f"all {found} free slots, 100 doctors: {milliseconds(lambda: every(hundred, wish)):.2f} ms")
    full = [replace(desk, busy=taken(0.98, random.Random(n))) for n, desk in enumerate(hundred)]  # noqa: S311
    for name, these in (("100 doctors", hundred), ("100 doctors, 98 % taken", full), ("1,000 doctors", thousand)):
        print(f"nearest of {name}: {milliseconds(lambda these=these: nearest(these, wish)):.2f} ms")  # type: ignore[misc]
    print(f"grids compiled cold, shared hours: {milliseconds(lambda: grids(clinic(100)), 5):.1f} ms")
    print(f"grids compiled cold, different hours: {milliseconds(lambda: grids(clinic(100, own_hours=True)), 5):.1f} ms")


def every(of: list[Desk], wish: Wish) -> list[list[Minute]]:
    return [free_starts(desk, wish, NOW) for desk in of]


def nearest(of: list[Desk], wish: Wish) -> object:
    return soonest([(desk, wish) for desk in of], NOW, 1)


def grids(compiled: CompiledSchedule) -> None:
    for doctor in compiled.doctors():
        compiled.grid(doctor, NOW).fit(30)


async def over_http(port: int, bare_port: int) -> None:
    """Each route once a connection, beside a bare GET of the yardstick in the same run."""
    body = json.dumps(
        {"doctor_id": 1, "start_time": "2030-01-01T09:00:00Z", "end_time": "2030-01-01T09:30:00Z"}
    ).encode()
    await load.run(bare_port, repeat(load.request("POST", "/appointments", "", body)), 1, 1)
    bare = load.request("GET", "/appointments/1")
    for name, path in (
        ("GET /slots?specialty=&limit=50", "/api/v1/slots?specialty=ent&limit=50"),
        ("GET /slots?doctor_id=&limit=500", "/api/v1/slots?doctor_id=1&limit=500"),
        ("GET /slots/nearest?specialty=", "/api/v1/slots/nearest?specialty=ent"),
        ("GET /slots/nearest, all doctors", "/api/v1/slots/nearest"),
    ):
        asked = load.request("GET", path, TOKEN)
        pairs = []
        for _ in range(6):
            mine = await load.run(port, repeat(asked), 60, 1)
            yardstick = await load.run(bare_port, repeat(bare), 60, 1)
            pairs.append((1000 / mine.rate, 1000 / yardstick.rate))
        ms, bare_ms = (statistics.median(pair[side] for pair in pairs[1:]) for side in (0, 1))
        print(f"{name:34} {ms:6.2f} ms   {ms / bare_ms:5.1f} times a bare GET ({bare_ms:.2f} ms)")


if __name__ == "__main__":
    in_process()
    for count in (100, 1000):
        print(f"over HTTP, {count} doctors:")
        with setting(count) as on:
            asyncio.run(over_http(on.ours.port, on.bare.port))
