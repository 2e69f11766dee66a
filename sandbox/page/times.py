"""Moments and sizes as the page writes them."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from babel.dates import format_date
from babel.numbers import format_decimal

from sandbox.page.words import Words

KILO = 1024


def zone_named(name: object) -> ZoneInfo | None:
    """The zone of an IANA name that a browser told; None for anything else."""
    try:
        return ZoneInfo(name) if isinstance(name, str) and name else None
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None


def clock_time(moment: datetime, zone: ZoneInfo) -> str:
    return moment.astimezone(zone).strftime("%H:%M")


def day_name(day: date, today: date, words: Words) -> str:
    """Of a line between the messages of two days."""
    if day == today:
        return words("today")
    if day == today - timedelta(days=1):
        return words("yesterday")
    pattern = "d MMMM" if day.year == today.year else "d MMMM y"
    return format_date(day, pattern, locale=words.language)


def short_moment(moment: datetime, now: datetime, zone: ZoneInfo, words: Words) -> str:
    """In the list of chats: the time today, the weekday this week, else the date."""
    local, today = moment.astimezone(zone), now.astimezone(zone).date()
    if local.date() == today:
        return local.strftime("%H:%M")
    if today - local.date() < timedelta(days=7):
        return format_date(local.date(), "EEE", locale=words.language)
    return local.strftime("%d.%m.%y")


def size_text(size: int, words: Words) -> str:
    """`size` in bytes."""
    if size < KILO:
        return words("bytes", size=size)
    unit, value = ("kilobytes", size / KILO) if size < KILO**2 else ("megabytes", size / KILO**2)
    return words(unit, size=format_decimal(round(value, 1), locale=words.language))


def duration_text(seconds: int) -> str:
    return f"{seconds // 60}:{seconds % 60:02d}"
