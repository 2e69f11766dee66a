"""Query parameters that more than one route takes."""

import re
from datetime import date, datetime, time, timedelta, tzinfo
from typing import Annotated

from fastapi import Path, Query
from pydantic import AfterValidator, BeforeValidator

from contracts.fields import FIRST_YEAR, LAST_YEAR, MAX_ID, MAX_SCHEDULE_ID

_PLAIN_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
# A plus sign that the caller forgot to escape arrives as a space.
_LOST_PLUS = re.compile(r" (?=\d{2}:?\d{2}$)")


def _parse(value: object) -> object:
    if not isinstance(value, str):
        return value
    if _PLAIN_DATE.fullmatch(value):
        return date.fromisoformat(value)
    try:
        moment = datetime.fromisoformat(_LOST_PLUS.sub("+", value))
    except ValueError:
        raise ValueError("this is no ISO 8601 date or time") from None  # the text itself is the caller's, not ours
    if moment.tzinfo is None:
        raise ValueError("a time needs its offset from UTC, such as 2026-05-04T09:00:00+03:00")
    return moment


def _sane(value: date) -> date:
    if not FIRST_YEAR <= value.year <= LAST_YEAR:
        raise ValueError(f"the year must be between {FIRST_YEAR} and {LAST_YEAR}")
    return value


DayOrMoment = Annotated[datetime | date, BeforeValidator(_parse), AfterValidator(_sane)]
"""A plain date (a whole day in the branch's zone) or an aware moment, ISO 8601."""

ScheduleIdQuery = Annotated[int | None, Query(ge=1, le=MAX_SCHEDULE_ID)]
PersonIdQuery = Annotated[int | None, Query(ge=1, le=MAX_ID)]
IdPath = Annotated[int, Path(ge=1, le=MAX_ID)]
FromQuery = Annotated[
    DayOrMoment | None, Query(alias="from", description="ISO date in the branch's zone, or a moment with its offset")
]
ToQuery = Annotated[DayOrMoment | None, Query(alias="to", description="the same; a plain date is inclusive")]


def from_moment(given: datetime | date | None, zone: tzinfo) -> datetime | None:
    """The moment at which a window begins: a plain date at its midnight in `zone`."""
    if given is None or isinstance(given, datetime):
        return given
    return datetime.combine(given, time(), zone)


def to_moment(given: datetime | date | None, zone: tzinfo) -> datetime | None:
    """The moment before which a window ends: a plain date is inclusive."""
    if given is None or isinstance(given, datetime):
        return given
    return datetime.combine(given + timedelta(days=1), time(), zone)
