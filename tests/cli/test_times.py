"""Times in settings are read as people write them, and written as they are read."""

from datetime import time, timedelta

import pytest

from cli import times


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("24h,2h", (timedelta(hours=24), timedelta(hours=2))),
        (" 90m ", (timedelta(minutes=90),)),
        ("none", ()),
    ],
)
def test_lead_times(text: str, meant: tuple[timedelta, ...]) -> None:
    assert times.lead_times(text) == meant
    assert times.lead_times(times.written(meant)) == meant


@pytest.mark.parametrize("text", ["soon", "2", "0h", "24h;2h", "999h", "24h,,2h"])
def test_no_lead_times(text: str) -> None:
    with pytest.raises(ValueError, match="such as 24h,2h"):
        times.lead_times(text)


@pytest.mark.parametrize(
    ("text", "meant"), [("21:00-08:00", (time(21), time(8))), ("9:05 - 10:00", (time(9, 5), time(10))), ("None", None)]
)
def test_part_of_the_day(text: str, meant: tuple[time, time] | None) -> None:
    assert times.part_of_day(text) == meant
    assert times.part_of_day(times.written(meant)) == meant


@pytest.mark.parametrize("text", ["21-8", "21:00", "21:00-25:00", "08:00-08:00", "08:00-05:00"])
def test_no_part_of_the_day(text: str) -> None:
    with pytest.raises(ValueError, match="such as"):
        times.part_of_day(text)


def test_time_of_day() -> None:
    assert times.time_of_day("19:30") == time(19, 30) == times.time_of_day(times.written(time(19, 30)))
    with pytest.raises(ValueError, match=r"19:30"):
        times.time_of_day("half past seven")
