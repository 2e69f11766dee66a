"""Which hours a manager means. Pure: words and a zone in, two aware moments out."""

import re
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.texts import Language, texts
from understanding.dates import Window, parse

_WORD = re.compile(r"\w+")
Hours = tuple[datetime, datetime]


def read_hours(text: str, language: Language, zone: ZoneInfo, now: datetime) -> Hours | None:
    """'09:00-14:00', 'today', 'сегодня с 10', '3 марта', 'now'; of several days the first. None: nothing of time."""
    local = now.astimezone(zone)
    wish = parse(text, language, local)
    for window in wish.windows:
        begin, end = hours_of(window, zone, local)
        if end > now:
            return begin, end
    if wish.any_time:
        return whole_day(local.date(), zone)
    at_once = wish.asap or _now_in(language) & set(_WORD.findall(text.casefold()))
    return (local, whole_day(local.date(), zone)[1]) if at_once else None


def hours_of(window: Window, zone: ZoneInfo, now: datetime) -> Hours:
    """A plain date is its whole day; what has only a start lasts until that day ends."""
    start = window.start or now
    begin = start if isinstance(start, datetime) else whole_day(start, zone)[0]
    end = window.end
    if end is None or (end == window.start and isinstance(end, datetime)):
        return begin, whole_day(begin.astimezone(zone).date(), zone)[1]
    return begin, end if isinstance(end, datetime) else whole_day(end, zone)[1]


def whole_day(day: date, zone: ZoneInfo) -> Hours:
    """From midnight to midnight."""
    return at(day, 0, zone), at(day + timedelta(days=1), 0, zone)


def at(day: date, hour: int, zone: ZoneInfo) -> datetime:
    return datetime.combine(day, time(hour), zone)


def _now_in(language: Language) -> set[str]:
    """Words that say 'from this minute on', which a patient never means as a time."""
    return set(texts(language).say("block-words-now").split())
