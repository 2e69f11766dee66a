"""What a patient wishes about time, as the agent reads it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import pairwise


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch of time. A plain date is the whole day (as `end`: inclusive), a datetime an aware instant.

    `start` None: from now on; `end` None: open-ended. `start` == `end` as datetimes: a visit that starts just then.
    """

    start: date | datetime | None
    end: date | datetime | None


@dataclass(frozen=True, slots=True)
class DateWish:
    """When a patient wants to come. No windows and not `asap`: no wish about time."""

    windows: tuple[Window, ...] = ()
    """What is left after refusals, soonest first; they do not overlap."""
    asap: bool = False
    """The sooner the better: offer the first free slot within the windows."""
    refused: tuple[Window, ...] = ()
    """What the patient will not take, already cut out of `windows`."""
    any_time: bool = False
    """The patient said that any time will do (an answer, unlike silence)."""
    other: "DateWish | None" = None
    """What was meant perhaps: 'next Friday', said when this week's is ahead, with the nearest Friday."""


def to_wire(wish: DateWish) -> dict[str, object]:
    """The wish as `frontdesk understand dates` writes it: from, to and, where they say more, windows and asap.

    With several windows, from and to are their hull when nothing is refused and they are the same hours of neighbouring
    days: who reads no windows gets the right days. Otherwise they are the first window's: a hull could hold what the
    patient refused or never spoke of.
    """
    windows = [{"from": _iso(window.start), "to": _iso(window.end)} for window in wish.windows]
    wire: dict[str, object] = dict(windows[0]) if windows else {"from": None, "to": None}
    if len(windows) > 1:
        wire["windows"] = windows
        if not wish.refused and _same_hours_day_by_day(wish.windows):
            wire["to"] = windows[-1]["to"]
    if wish.asap:
        wire["asap"] = True
    return wire


def _same_hours_day_by_day(windows: Sequence[Window]) -> bool:
    """Whether they are the same hours of days in a row; of the first, today perhaps, only what is left."""
    days: list[date] = []
    for window in windows:
        if not isinstance(window.start, datetime) or window.end is None or _day(window.end) != window.start.date():
            return False
        days.append(window.start.date())
    in_a_row = all(later - day == timedelta(days=1) for day, later in pairwise(days))
    first, last = _hours(windows[0]), _hours(windows[-1])
    return in_a_row and {_hours(one) for one in windows[1:]} == {last} and first[0] >= last[0] and first[1] == last[1]


def _day(moment: date | datetime) -> date:
    return moment.date() if isinstance(moment, datetime) else moment


def _hours(window: Window) -> tuple[time, time | None]:
    """The hours of a window of one day; no end: the day's."""
    start = window.start.time() if isinstance(window.start, datetime) else time()
    return start, window.end.time() if isinstance(window.end, datetime) else None


def _iso(moment: date | datetime | None) -> str | None:
    return None if moment is None else moment.isoformat()
