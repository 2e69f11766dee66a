"""Dates and times as models write them, read strictly."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from langchain_core.tools import ToolException

from agent.tools.wire import compact

FIRST_YEAR, LAST_YEAR = 2000, 2999


def moment(text: str | None, zone: ZoneInfo) -> date | datetime | None:
    """A day (``2026-11-25``) or an instant (``2026-11-25T17:00+03:00``; without an offset it is in `zone`).

    Raises ToolException, whose text tells the model what to write.
    """
    if text is None:
        return None
    try:
        read: date | datetime = (
            date.fromisoformat(text) if len(text) <= len("2026-11-25") else datetime.fromisoformat(text)
        )
    except ValueError as error:
        raise ToolException(bad_moment()) from error
    if not FIRST_YEAR < read.year < LAST_YEAR:
        raise ToolException(bad_moment())
    if isinstance(read, datetime) and read.tzinfo is None:
        return read.replace(tzinfo=zone)
    return read


def bad_moment() -> str:
    return compact({"error": "bad_moment", "expected": "YYYY-MM-DD or YYYY-MM-DDTHH:MM with an offset"})


def widened(start: date | datetime | None, end: date | datetime | None) -> date | datetime | None:
    """The end of a search in which `start` == `end` means 'just then': a minute later, so that this start is inside."""
    if isinstance(start, datetime) and isinstance(end, datetime) and start == end:
        return end + timedelta(minutes=1)
    return end
