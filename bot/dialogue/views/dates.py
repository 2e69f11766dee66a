"""Days and times in words, on the branch's wall clock."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from babel.dates import format_datetime, get_day_names, get_timezone_location

from bot.texts import Texts

_RELATIVE = {0: "day-today", 1: "day-tomorrow", 2: "day-after-tomorrow"}


def when(texts: Texts, moment: datetime, zone: str, now: datetime) -> str:
    """Such as «завтра, вс 22 ноября, 17:30»; `moment` and `now` are aware, `zone` is the branch's."""
    local, today = moment.astimezone(ZoneInfo(zone)), now.astimezone(ZoneInfo(zone))
    day, hour = _format(texts, local, _day_pattern(local, today)), _format(texts, local, "time-pattern")
    relative = _RELATIVE.get((local.date() - today.date()).days)
    if relative is None:
        return texts.say("slot-when", day=day, time=hour)
    return texts.say("slot-when-relative", relative=texts.say(relative), day=day, time=hour)


def day_in_words(texts: Texts, day: date, today: date) -> str:
    """Such as «завтра, вс 22 ноября»; both are days of the same zone."""
    shown = _format(texts, datetime.combine(day, time()), _day_pattern(day, today))
    relative = _RELATIVE.get((day - today).days)
    return shown if relative is None else texts.say("slot-when", day=texts.say(relative), time=shown)


def month_in_words(texts: Texts, day: date) -> str:
    """Such as «Ноябрь 2026»."""
    name = _format(texts, datetime.combine(day, time()), "calendar-month-pattern")
    return name[:1].upper() + name[1:]


def weekdays(texts: Texts) -> tuple[str, ...]:
    """Monday first, as short as they can be."""
    names = get_day_names("short", context="stand-alone", locale=texts.language)
    return tuple(names[number] for number in range(7))


def full_date(texts: Texts, moment: datetime, zone: str) -> str:
    """Such as «воскресенье, 22 ноября 2026»."""
    return _format(texts, moment.astimezone(ZoneInfo(zone)), "day-pattern-full")


def moment(texts: Texts, at: datetime, zone: str) -> str:
    """Such as «воскресенье, 22 ноября 2026, 17:30»: without today and tomorrow, so it stays true."""
    return texts.say("slot-when", day=full_date(texts, at, zone), time=clock_time(texts, at, zone))


def clock_time(texts: Texts, moment: datetime, zone: str) -> str:
    """Such as «17:30»."""
    return _format(texts, moment.astimezone(ZoneInfo(zone)), "time-pattern")


def zone_in_words(texts: Texts, moment: datetime, zone: str) -> str:
    """Such as «Москва, UTC+3»: the zone's city, and the offset of that moment."""
    offset = f"{moment.astimezone(ZoneInfo(zone)):%z}"
    hours, minutes = f"{offset[0]}{int(offset[1:3])}", offset[3:5]
    city = get_timezone_location(ZoneInfo(zone), locale=texts.language, return_city=True)
    return f"{city}, UTC{hours}" + (f":{minutes}" if minutes != "00" else "")


def _day_pattern(day: date, today: date) -> str:
    return "day-pattern" if day.year == today.year else "day-pattern-year"


def _format(texts: Texts, local: datetime, pattern: str) -> str:
    return format_datetime(local, texts.say(pattern), locale=texts.language)
