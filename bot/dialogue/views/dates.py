"""Days and times in words, on the branch's wall clock."""

from datetime import datetime
from zoneinfo import ZoneInfo

from babel.dates import format_datetime

from bot.texts import Texts

_RELATIVE = {0: "day-today", 1: "day-tomorrow", 2: "day-after-tomorrow"}


def when(texts: Texts, moment: datetime, zone: str, now: datetime) -> str:
    """Such as «завтра, вс 22 ноября, 17:30»; `moment` and `now` are aware, `zone` is the branch's."""
    local, today = moment.astimezone(ZoneInfo(zone)), now.astimezone(ZoneInfo(zone))
    pattern = "day-pattern" if local.year == today.year else "day-pattern-year"
    day, time = _format(texts, local, pattern), _format(texts, local, "time-pattern")
    relative = _RELATIVE.get((local.date() - today.date()).days)
    if relative is None:
        return texts.say("slot-when", day=day, time=time)
    return texts.say("slot-when-relative", relative=texts.say(relative), day=day, time=time)


def full_date(texts: Texts, moment: datetime, zone: str) -> str:
    """Such as «воскресенье, 22 ноября 2026»."""
    return _format(texts, moment.astimezone(ZoneInfo(zone)), "day-pattern-full")


def clock_time(texts: Texts, moment: datetime, zone: str) -> str:
    """Such as «17:30»."""
    return _format(texts, moment.astimezone(ZoneInfo(zone)), "time-pattern")


def zone_in_words(moment: datetime, zone: str) -> str:
    """Such as ``Europe/Moscow, UTC+03:00``: the offset is that of the moment."""
    offset = f"{moment.astimezone(ZoneInfo(zone)):%z}"
    return f"{zone}, UTC{offset[:3]}:{offset[3:]}"


def _format(texts: Texts, local: datetime, pattern: str) -> str:
    return format_datetime(local, texts.say(pattern), locale=texts.language)
