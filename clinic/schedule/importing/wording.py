"""Fields and values of the schedule in words, for the clinic manager who reads what an import would change."""

from collections.abc import Callable, Iterable
from itertools import groupby
from typing import Any

from clinic.schedule.domain.rules import DAY, Closure, ScheduleException, WeeklyHours
from clinic.schedule.importing.document import WEEKDAYS
from clinic.schedule.importing.times import format_spans

NOTHING = "none"


def _text(value: str | None) -> str:
    return " ".join(str(value).split()) if value else NOTHING


def _yes_no(value: bool) -> str:
    return "yes" if value else "no"


def _minutes(value: int) -> str:
    return f"{value} min"


def _days(value: int) -> str:
    return f"{value} days"


def _degrees(value: float | None) -> str:
    return NOTHING if value is None else f"{value:.6f}".rstrip("0").rstrip(".")


def _kind(value: str) -> str:
    return {"first": "first visit", "follow_up": "follow-up"}.get(value, value)


def _list(values: Iterable[str]) -> str:
    return ", ".join(values) or NOTHING


def _hours(hours: tuple[WeeklyHours, ...]) -> str:
    days = groupby(hours, key=lambda one: one.weekday)
    return "; ".join(f"{WEEKDAYS[day]} {format_spans((h.start, h.end) for h in of)}" for day, of in days) or NOTHING


def _exceptions(entries: tuple[Closure | ScheduleException, ...]) -> str:
    return "; ".join(map(_exception, entries)) or NOTHING


def _exception(entry: Closure | ScheduleException) -> str:
    kind = entry.kind.replace("_", " ") + " " if isinstance(entry, ScheduleException) else ""
    last = f" to {entry.last_day}" if entry.last_day != entry.first_day else ""
    hours = "" if (entry.start, entry.end) == (0, DAY) else " " + format_spans([(entry.start, entry.end)])
    return f"{kind}{entry.first_day}{last}{hours}"


WORDS: dict[str, tuple[str, Callable[[Any], str]]] = {
    "name": ("name", _text),
    "full_name": ("name", _text),
    "address": ("address", _text),
    "time_zone": ("time zone", _text),
    "closures": ("closed", _exceptions),
    "latitude": ("latitude", _degrees),
    "longitude": ("longitude", _degrees),
    "phone": ("phone", _text),
    "code": ("code", _text),
    "kind": ("kind", _kind),
    "duration_minutes": ("length", _minutes),
    "price": ("price", _text),
    "preparation": ("preparation", _text),
    "specialty": ("specialty", _text),
    "branch_id": ("branch", str),
    "office_number": ("office", _text),
    "languages": ("languages", _list),
    "sees_adults": ("sees adults", _yes_no),
    "sees_children": ("sees children", _yes_no),
    "gender": ("gender", _text),
    "slot_minutes": ("slot length", _minutes),
    "buffer_before": ("kept free before a visit", _minutes),
    "buffer_after": ("kept free after a visit", _minutes),
    "lead_minutes": ("booked at least this long ahead", _minutes),
    "horizon_days": ("booked at most this long ahead", _days),
    "weekly_hours": ("hours", _hours),
    "exceptions": ("time off and extra hours", _exceptions),
}
"""A field's name and how its value reads. What is not here, the id, is shown otherwise."""


def label(field: str) -> str:
    return WORDS[field][0]


def words(field: str, value: Any) -> str:
    return WORDS[field][1](value)
