"""Days, times and windows in a patient's words. All in the zone that they carry."""

import re
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from babel.dates import format_date

from agent.offline.talk import Talk
from agent.offline.words import words
from agent.wanted.times import EVERY_DAY
from understanding.dates import DateWish, Window

MOST_SPELLED_OUT = 2
WEEKDAY_UNTIL = 13
"""Days ahead for which a date is told with its weekday."""
_COMMA_AND_END = re.compile(r",\s*(?=[.,;:!?)(])|,\s*$")


def day(which: date, talk: Talk) -> str:
    """'завтра', 'в среду, 25 ноября,', '3 декабря': with the commas that it needs inside a sentence; see `tidy`."""
    far = (which - talk.now.date()).days > WEEKDAY_UNTIL or which < talk.now.date()
    ahead = 14 if far else (which - talk.now.date()).days
    return words(talk.language).say("day", ahead=ahead, weekday=which.weekday(), date=_date(which, talk))


def until(moment: datetime, talk: Talk, *, seen_from: date) -> str:
    """'до 15:30' on the day that is spoken of, else 'до завтра', 'до вторника', 'до 3 декабря': when it is over."""
    return words(talk.language).say(
        "until",
        ahead=0 if moment.date() == seen_from else max(1, _ahead(moment.date(), talk)),
        weekday=moment.weekday(),
        date=_date(moment.date(), talk),
        time=f"{moment:%H:%M}",
    )


def at(moment: datetime, talk: Talk) -> str:
    """'завтра в 17:30'."""
    return words(talk.language).say("at", day=day(moment.date(), talk), time=f"{moment:%H:%M}")


def dated(moment: datetime, talk: Talk) -> str:
    """'во вторник, 24 ноября в 17:30', however near: a list of appointments is read again on another day."""
    date_ = _date(moment.date(), talk)
    return words(talk.language).say("dated", weekday=moment.weekday(), date=date_, time=f"{moment:%H:%M}")


def wished(windows: Sequence[Window], talk: Talk, *, hours: tuple[int, int] | None = None) -> str:
    """'завтра после 17:00', 'в среду до 12:00 или в пятницу'; empty if there are no windows.

    `hours`: those of all windows, in minutes of the day, if they are the same.
    """
    if len(windows) > MOST_SPELLED_OUT and hours is not None:
        begin, end = (_clock(minutes) for minutes in hours)
        return (_run_of_days(windows, talk) + _hours(begin, end, talk)).strip()
    if len(windows) > MOST_SPELLED_OUT:
        return words(talk.language).say("at-those-times")
    spoken = [spoken for window in windows if (spoken := _window(window, talk))]
    return words(talk.language).say("or").join(spoken)


def first_day(wish: DateWish, now: datetime) -> date:
    """The first day of the wish; today if it names none or one that is over."""
    start = _day(wish.windows[0].start) if wish.windows else None
    return max(start or now.date(), now.date())


def _run_of_days(windows: Sequence[Window], talk: Talk) -> str:
    """'с 23 по 29 ноября'; empty if the days do not follow one another, or are simply the near ones."""
    starts = [start for window in windows if (start := _day(window.start)) is not None]
    first, last = min(starts), max(starts)
    if (last - first).days >= len(windows) or len(windows) >= EVERY_DAY:
        return ""
    return _days(first, last, talk)


def _days(first: date, last: date, talk: Talk) -> str:
    same_month = (first.year, first.month) == (last.year, last.month)
    begin = str(first.day) if same_month else _date(first, talk)
    return words(talk.language).say("days", first=begin, last=_date(last, talk))


def _window(window: Window, talk: Talk) -> str:
    say = words(talk.language).say
    start, end = window.start, window.end
    first, last = _day(start), _day(end)
    if last is None:
        return "" if first is None else say("from-day", day=_date(first, talk), hours=_hours(_time(start), None, talk))
    if first is None or (first == talk.now.date() < last):
        return say("to-day", day=_date(last, talk))
    if first == last:
        return say("on-day", day=day(first, talk), hours=_hours(_time(start), _time(end), talk))
    return _days(first, last, talk)


def _hours(begin: time | None, end: time | None, talk: Talk) -> str:
    """With a space before, as they follow a day; empty for the whole day."""
    if begin is None and end is None:
        return ""
    shape = "before" if begin is None else "after" if end is None else "sharp" if begin == end else "between"
    values = {"begin": f"{begin or time():%H:%M}", "end": f"{end or time():%H:%M}"}
    return " " + words(talk.language).say("hours", shape=shape, **values)


def _clock(minutes: int) -> time | None:
    """None for midnight, at either end of the day."""
    return time(*divmod(minutes, 60)) if 0 < minutes < 1440 else None


def tidy(text: str) -> str:
    """Without the comma of 'в среду, 25 ноября,' where a clause or the sentence ends anyway."""
    return _COMMA_AND_END.sub("", " ".join(text.split(" ")).strip()).replace("  ", " ")


def _day(moment: date | datetime | None) -> date | None:
    return moment.date() if isinstance(moment, datetime) else moment


def _time(moment: date | datetime | None) -> time | None:
    return moment.time() if isinstance(moment, datetime) else None


def _ahead(which: date, talk: Talk) -> int:
    """Days from today: 0 to 6, else 7 ('too far to name the weekday alone'), also for days that are over."""
    ahead = (which - talk.now.date()) // timedelta(days=1)
    return ahead if 0 <= ahead <= 6 else 7


def _date(which: date, talk: Talk) -> str:
    pattern = "d MMMM" if which.year == talk.now.year or which - talk.now.date() < timedelta(days=90) else "d MMMM y"
    return format_date(which, pattern, locale=talk.language)
