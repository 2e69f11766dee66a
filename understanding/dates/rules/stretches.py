"""Stretches of the calendar: the weeks and months around a day, and the parts of them."""

import calendar
from datetime import date, timedelta

from understanding.dates.atoms import Days
from understanding.dates.rules.engine import Context

PIECES = {
    "start": ((0, 2), (0, 10)),
    "middle": ((2, 4), (10, 20)),
    "midweek": ((1, 4), (10, 20)),
    "finish": ((3, 5), (20, 31)),
    "firstdays": ((0, 2), (0, 5)),
    "lastdays": ((4, 7), (25, 31)),
    "firsthalf": ((0, 3), (0, 15)),
    "secondhalf": ((3, 7), (15, 31)),
}
"""Parts of a week and of a month, as days from its first, [from, to)."""


def week(context: Context, ahead: int) -> Days:
    """The calendar week (Monday to Sunday) so many weeks ahead; of this one what is left."""
    return week_of(context.today + timedelta(weeks=ahead), context)


def week_of(day: date, context: Context) -> Days:
    """The calendar week that holds a day; what is left of it."""
    monday = day - timedelta(days=day.weekday())
    return Days(max(monday, context.today), monday + timedelta(days=6), loose=True)


def month_days(year: int, month: int, context: Context) -> Days:
    """The days of a month; of this one what is left."""
    first, last = date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])
    return Days(max(first, context.today), last, loose=True)


def month_ahead(context: Context, ahead: int) -> Days:
    """The month so many months ahead; of this one what is left."""
    months = context.today.month - 1 + ahead
    return month_days(context.today.year + months // 12, months % 12 + 1, context)


def coming_month(month: int, context: Context) -> Days:
    """This or the next such month."""
    return month_days(context.today.year + (month < context.today.month), month, context)


def piece(whole: Days, name: str, context: Context, *, weekly: bool) -> Days | None:
    """The start, middle, end or a half of a week or a month, as far as it is not past; None if all of it is."""
    if whole.last is None:
        return None
    first = whole.last - timedelta(days=6) if weekly else whole.last.replace(day=1)
    begin, stop = PIECES[name][0 if weekly else 1]
    start, end = first + timedelta(days=begin), min(first + timedelta(days=stop - 1), whole.last)
    if end < context.today:
        return None
    return Days(max(start, context.today), end, loose=True)


def week_in(whole: Days, place: int, context: Context) -> Days:
    """The first, second … (0: last) week of a month: seven days each from its first, or its last seven."""
    if whole.last is None:
        return whole
    first = whole.last.replace(day=1) + timedelta(days=7 * (place - 1)) if place else whole.last - timedelta(days=6)
    last = min(first + timedelta(days=6), whole.last)
    return Days(max(first, context.today), last, loose=True) if last >= context.today else whole


def weekday_in(whole: Days, weekday: int, place: int) -> date | None:
    """The first, second … (0: last) such weekday of a month; None if it has no such."""
    if whole.last is None:
        return None
    begin = whole.last.replace(day=1)
    days = [begin + timedelta(days=i) for i in range(whole.last.day)]
    found = [day for day in days if day.weekday() == weekday]
    return found[place - 1] if place <= len(found) else None


def later(day: date, unit: str, count: int) -> date:
    """The day so many units later; a month later is the same day number, or the month's last."""
    if unit == "month":
        months = day.month - 1 + count
        year, month = day.year + months // 12, months % 12 + 1
        return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))
    return day + timedelta(days=count * {"day": 1, "week": 7, "fortnight": 14, "year": 365}[unit])
