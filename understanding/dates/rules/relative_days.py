"""'Today', 'in three days', 'next week', 'within two weeks', 'at the end of the month'."""

import calendar
from collections.abc import Sequence
from datetime import date, timedelta

from understanding.dates.atoms import Atom, Days, Hours
from understanding.dates.rules.engine import Context, kinds, number, rule, values
from understanding.dates.tokens import Clock, Token

_A_COUPLE, _SEVERAL = (2, 3), (3, 5)
_SOON_DAYS = 3
_LONGEST = 400


def week(context: Context, ahead: int) -> Days:
    """The calendar week (Monday to Sunday) so many weeks ahead; of this one what is left."""
    monday = context.today - timedelta(days=context.today.weekday()) + timedelta(weeks=ahead)
    return Days(max(monday, context.today), monday + timedelta(days=6), loose=True)


def month_days(year: int, month: int, context: Context) -> Days:
    """The days of a month; of this one what is left."""
    first, last = date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])
    return Days(max(first, context.today), last, loose=True)


def _month_ahead(context: Context, ahead: int) -> Days:
    months = context.today.month - 1 + ahead
    return month_days(context.today.year + months // 12, months % 12 + 1, context)


def _later(day: date, unit: str, count: int) -> date:
    """The day so many units later; a month later is the same day number, or the month's last."""
    if unit == "month":
        months = day.month - 1 + count
        year, month = day.year + months // 12, months % 12 + 1
        return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))
    return day + timedelta(days=count * {"day": 1, "week": 7, "year": 365}[unit])


def _how_many(tokens: Sequence[Token]) -> tuple[int, int]:
    if "couple" in kinds(tokens):
        return _A_COUPLE
    if "several" in kinds(tokens):
        return _SEVERAL
    numbers = [t.value for t in values(tokens, "num") if isinstance(t.value, int)] or [1]
    return min(numbers), max(numbers)


def _in_some_time(tokens: Sequence[Token], context: Context) -> Sequence[Atom] | None:
    fewest, most = _how_many(tokens)
    unit = str(values(tokens, "unit")[0].value)
    if most > _LONGEST:
        return None
    if unit in ("hour", "minute"):
        return _in_minutes(fewest * (60 if unit == "hour" else 1), context)
    if unit == "year" and most > 1:
        return None
    first, last = _later(context.today, unit, fewest), _later(context.today, unit, most)
    return (Days(first, last, whole_week=unit == "week"),)


def _in_minutes(minutes: int, context: Context) -> Sequence[Atom]:
    then = context.reference + timedelta(minutes=minutes)
    return (Days(then.date(), then.date()), Hours("after", Clock(then.hour, then.minute, fixed=True)))


def _within(tokens: Sequence[Token], context: Context) -> Sequence[Atom] | None:
    _, most = _how_many(tokens)
    unit = str(values(tokens, "unit")[0].value)
    if unit in ("hour", "minute", "year") or most > _LONGEST:
        return None
    return (Days(context.today, _later(context.today, unit, most), loose=True),)


def _named_week(tokens: Sequence[Token], context: Context) -> Sequence[Atom] | None:
    """This or next week or month, or a part of it."""
    ahead = 1 if "next" in kinds(tokens) else 0
    unit = values(tokens, "unit")[0].value
    if unit not in ("week", "month"):
        return None
    if "nearest" in kinds(tokens):
        return (Days(context.today, context.day(6), loose=True),)
    whole = week(context, ahead) if unit == "week" else _month_ahead(context, ahead)
    return (_third(whole, tokens, context, weekly=unit == "week"),)


def _named_month(tokens: Sequence[Token], context: Context) -> Sequence[Atom] | None:
    month = number(tokens, "month", 0) or number(tokens, "weakmonth", 0)
    year = context.today.year + (month < context.today.month)
    return (_third(month_days(year, month, context), tokens, context, weekly=False),)


_PIECES = {
    "start": ((0, 2), (0, 10)),
    "middle": ((2, 4), (10, 20)),
    "finish": ((4, 7), (20, 31)),
    "firsthalf": ((0, 3), (0, 15)),
    "secondhalf": ((3, 7), (15, 31)),
}
"""Parts of a week and of a month, as days from its first, [from, to)."""


def _third(whole: Days, tokens: Sequence[Token], context: Context, *, weekly: bool) -> Days:
    """The start, middle, end or a half of a week or a month, as far as it is not past."""
    parts = kinds(tokens) & set(_PIECES)
    if not parts or whole.last is None:
        return whole
    first = whole.last - timedelta(days=6) if weekly else whole.last.replace(day=1)
    begin, stop = _PIECES[parts.pop()][0 if weekly else 1]
    start, end = first + timedelta(days=begin), min(first + timedelta(days=stop - 1), whole.last)
    return Days(max(start, context.today), max(end, context.today), loose=True)


def _until_end(tokens: Sequence[Token], context: Context) -> Sequence[Atom] | None:
    """'До конца недели', 'by the end of next month'."""
    named = _named_week([token for token in tokens if token.kind != "finish"], context)
    last = named[0].last if named and isinstance(named[0], Days) else None
    return None if last is None else (Days(context.today, last, loose=True),)


def _soon(_tokens: Sequence[Token], context: Context) -> Sequence[Atom]:
    return (Days(context.today, context.day(_SOON_DAYS), loose=True),)


RELATIVE_DAYS = (
    rule("soon", _soon),
    rule("in halfhour", lambda _t, c: _in_minutes(30, c)),
    rule("in hour_and_half", lambda _t, c: _in_minutes(90, c)),
    rule("in num dash|or? num? unit", _in_some_time),
    rule("in couple|several? unit", _in_some_time),
    rule("num|couple|several unit fromnow", _in_some_time),
    rule("unit fromnow", _in_some_time),
    rule("within num|couple|several? unit", _within),
    rule("weekafternext", lambda _t, c: (week(c, 2),)),
    rule("before|until|by finish this|next? unit", _until_end),
    rule("on|in|at? start|middle|finish|firsthalf|secondhalf this|next unit", _named_week),
    rule("on|in|at? start|middle|finish|firsthalf|secondhalf unit", _named_week),
    rule("on|in|at? start|middle|finish|firsthalf|secondhalf month|weakmonth", _named_month),
    rule("on|in|at? this|next|nearest start|middle|finish? unit", _named_week),
    rule("in|at|on month", _named_month),
    rule("in|at weakmonth", _named_month),
    rule("this|next month", _named_month),
)
