"""What a patient wishes about time, as the agent reads it."""

from dataclasses import dataclass
from datetime import date, datetime


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


def to_wire(wish: DateWish) -> dict[str, object]:
    """The wish as `frontdesk understand dates` writes it: from, to and, where they say more, windows and asap.

    With several windows, from and to are the first one's: their hull could hold what the patient refused.
    """
    windows = [{"from": _iso(window.start), "to": _iso(window.end)} for window in wish.windows]
    wire: dict[str, object] = dict(windows[0]) if windows else {"from": None, "to": None}
    if len(windows) > 1:
        wire["windows"] = windows
    if wish.asap:
        wire["asap"] = True
    return wire


def _iso(moment: date | datetime | None) -> str | None:
    return None if moment is None else moment.isoformat()
