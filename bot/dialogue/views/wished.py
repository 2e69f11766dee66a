"""The wished time, as the clinic's managers read it: absolute days, since they read it on another day."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from agent.wanted.state import Stretch, Wanted
from bot.dialogue.views.dates import day_in_words
from bot.texts import Texts

MOST_STRETCHES = 3
LONG_AGO = date(2000, 1, 1)
"""Seen from here no day is today or tomorrow, and each has its year."""


def wished(texts: Texts, wanted: Wanted, zone: ZoneInfo) -> str | None:
    """Such as «вт, 24 ноября 2026, 09:00–12:00»; None if nothing was said about time."""
    parts = [texts.say("wished-asap")] if wanted.asap else []
    parts += [_stretch(texts, stretch, zone) for stretch in wanted.windows[:MOST_STRETCHES]]
    if len(wanted.windows) > MOST_STRETCHES:
        parts.append("…")
    if wanted.hours is not None:
        parts.append(_hours(*wanted.hours))
    return "; ".join(parts) or None


def _stretch(texts: Texts, stretch: Stretch, zone: ZoneInfo) -> str:
    start, end = _local(stretch.start, zone), _local(stretch.end, zone)
    if end is None:
        return texts.say("wished-from", day=_day(texts, start)) if start is not None else texts.say("wished-any")
    if start is None:
        return texts.say("wished-until", day=_day(texts, end))
    if start == end:
        return _day(texts, start)
    if isinstance(start, datetime) and isinstance(end, datetime) and _same_day(start, end):
        return f"{day_in_words(texts, start.date(), LONG_AGO)}, {start:%H:%M}–{end:%H:%M}"
    return f"{_day(texts, start)} – {_day(texts, end)}"


def _same_day(start: datetime, end: datetime) -> bool:
    return (end - timedelta(minutes=1)).date() == start.date()


def _local(moment: date | None, zone: ZoneInfo) -> date | None:
    return moment.astimezone(zone) if isinstance(moment, datetime) else moment


def _day(texts: Texts, moment: date) -> str:
    if not isinstance(moment, datetime):
        return day_in_words(texts, moment, LONG_AGO)
    return f"{day_in_words(texts, moment.date(), LONG_AGO)}, {moment:%H:%M}"


def _hours(start: int, end: int) -> str:
    first, last = (f"{minute // 60:02}:{minute % 60:02}" for minute in (start, end))
    return first if start == end else f"{first}–{last}"
