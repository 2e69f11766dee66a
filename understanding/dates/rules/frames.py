"""'In three days', 'next week', 'within two weeks', 'at the weekend': written as frame tokens.

A frame's value is the `Days` it means; its text tells which piece of a week or month it is ('finish', 'whole', …).
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from understanding.dates.atoms import Days
from understanding.dates.rules.engine import Context, kinds, number, rule, values
from understanding.dates.rules.stretches import (
    later,
    month_ahead,
    piece,
    week,
)
from understanding.dates.tokens import Clock, Token

_A_COUPLE, _SEVERAL = (2, 3), (3, 5)
_SOON_DAYS = 3
_WORKDAYS = 5
_LONGEST = 400


def frame(days: Days, text: str = "whole") -> Sequence[Token]:
    """A frame token."""
    return (Token("frame", days, text=text),)


def _how_many(tokens: Sequence[Token]) -> tuple[int, int]:
    if "couple" in kinds(tokens):
        return _A_COUPLE
    if "several" in kinds(tokens):
        return _SEVERAL
    numbers = [t.value for t in values(tokens, "num") if isinstance(t.value, int)] or [1]
    return min(numbers), max(numbers)


def unit_of(tokens: Sequence[Token]) -> str:
    """The unit of time among the tokens: day, week, month, …"""
    return str(values(tokens, "unit")[0].value)


def _in_some_time(tokens: Sequence[Token], context: Context) -> Sequence[Token] | None:
    fewest, most = _how_many(tokens)
    unit = unit_of(tokens)
    if most > _LONGEST:
        return None
    if unit == "minute" and not values(tokens, "num", "couple", "several"):
        return None  # 'back in a minute'
    if unit in ("hour", "minute"):
        return _in_minutes(fewest * (60 if unit == "hour" else 1), context)
    if unit == "year" and most > 1:
        return None
    if unit == "day" and tokens[0].text == "in" and len(tokens) == 2:
        return None  # 'the earlier in the day'
    if unit == "day" and tokens[0].text == "через" and len(tokens) == 2:
        fewest = most = 2  # 'через день' leaves one day out
    first, last = later(context.today, unit, fewest), later(context.today, unit, most)
    return frame(Days(first, last, whole_week=unit in ("week", "fortnight"), ahead=True))


def _after_a_day(tokens: Sequence[Token], _context: Context) -> Sequence[Token] | None:
    """'через две недели после 20 ноября'."""
    day, count, unit = tokens[-1].value, number(tokens, "num", 1), unit_of(tokens)
    if unit in ("hour", "minute", "year") or count > _LONGEST or not isinstance(day, date):
        return None
    then = later(day, unit, count)
    return frame(Days(then, then, whole_week=unit == "week", ahead=True))


def _one_or_more(tokens: Sequence[Token], context: Context) -> Sequence[Token] | None:
    """'через неделю-две'."""
    unit, most = unit_of(tokens), number(tokens, "num", 1)
    if unit not in ("day", "week", "month") or not 1 < most < 12:
        return None
    return frame(Days(later(context.today, unit, 1), later(context.today, unit, most), ahead=True))


def _in_minutes(minutes: int, context: Context) -> Sequence[Token]:
    then = context.reference + timedelta(minutes=minutes)
    moment = Token("clock", Clock(then.hour, then.minute, fixed=True), text="clock")
    return (*frame(Days(then.date(), then.date(), ahead=True)), Token("after"), moment)


def _in_days(days: int, context: Context) -> Sequence[Token]:
    return frame(Days(context.day(days), context.day(days), ahead=True))


def _half_a_year(_tokens: Sequence[Token], context: Context) -> Sequence[Token]:
    then = later(context.today, "month", 6)
    return frame(Days(then, then, ahead=True))


def _workday(tokens: Sequence[Token], context: Context) -> date | None:
    """So many working days from today on; holidays are not known here."""
    left, day = _how_many(tokens)[0], context.today
    if left > _LONGEST:
        return None
    while left:
        day += timedelta(days=1)
        left -= day.weekday() < _WORKDAYS
    return day


def _in_workdays(tokens: Sequence[Token], context: Context) -> Sequence[Token] | None:
    """'In two business days'."""
    day = _workday(tokens, context)
    return None if day is None else frame(Days(day, day, ahead=True))


def _within_workdays(tokens: Sequence[Token], context: Context) -> Sequence[Token] | None:
    """'Within three working days'."""
    day = _workday(tokens, context)
    return None if day is None else frame(Days(context.today, day, loose=True))


def _within(tokens: Sequence[Token], context: Context) -> Sequence[Token] | None:
    fewest, most = _how_many(tokens)
    if kinds(tokens) & {"couple", "several"}:
        most = fewest
    unit = unit_of(tokens)
    if unit in ("hour", "minute"):
        return (*frame(Days(context.today, context.today)),)
    if unit == "year" or most > _LONGEST:
        return None
    return frame(Days(context.today, later(context.today, unit, most), loose=True, lasting=True))


def _named(tokens: Sequence[Token], context: Context) -> Sequence[Token] | None:
    """This or next week or month."""
    ahead = 1 if "next" in kinds(tokens) else 0
    unit = unit_of(tokens)
    if unit not in ("week", "month"):
        return None
    if kinds(tokens) & {"nearest", "coming"}:
        if unit == "week" and context.today.weekday() >= 5:
            return frame(week(context, 1))
        return frame(Days(context.today, context.day(6 if unit == "week" else 30), loose=True))
    if "that" in kinds(tokens):
        ahead = 1
    whole = week(context, ahead) if unit == "week" else month_ahead(context, ahead)
    return frame(replace(whole, ahead=ahead > 0))


def _this_or_next(tokens: Sequence[Token], context: Context) -> Sequence[Token] | None:
    """'на этой или следующей неделе'."""
    unit = unit_of(tokens)
    if unit not in ("week", "month"):
        return None
    if unit == "week":
        begin, end = week(context, 0), week(context, 1)
    else:
        begin, end = month_ahead(context, 0), month_ahead(context, 1)
    return frame(Days(begin.first, end.last, loose=True))


def _holidays(tokens: Sequence[Token], context: Context) -> Sequence[Token] | None:
    """'после праздников', around the new year: they end on the eighth of January."""
    today = context.today
    if today.month != 12 and (today.month, today.day) > (1, 8):
        return None
    year = today.year + (today.month == 12)
    return (tokens[0], Token("date", date(year, 1, 8) if tokens[0].kind == "after" else date(year, 1, 1), text="date"))


def _week_then_after(tokens: Sequence[Token], context: Context) -> Sequence[Token] | None:
    """'Next week after five': no 'week after'."""
    if tokens[1].text != "week after":
        return None
    return (*frame(week(context, int(tokens[0].kind == "next"))), Token("after", text="after"))


def _year_ahead(_tokens: Sequence[Token], context: Context) -> Sequence[Token]:
    year = context.today.year + 1
    return frame(Days(date(year, 1, 1), date(year, 12, 31), loose=True, ahead=True))


def _named_days(tokens: Sequence[Token], context: Context) -> Sequence[Token] | None:
    """'Next three days', 'ближайшие две недели'."""
    return _within(tokens, context)


def _that_week(_tokens: Sequence[Token], context: Context) -> Sequence[Token]:
    return frame(week(context, 1))


def _midweek(tokens: Sequence[Token], context: Context) -> Sequence[Token]:
    base = next((t.value for t in tokens if isinstance(t.value, Days)), week(context, 0))
    return frame(piece(base, "midweek", context, weekly=True) or Days(context.day(1), context.day(7), loose=True))


def _weekend(tokens: Sequence[Token], context: Context) -> Sequence[Token]:
    ahead = 1 if kinds(tokens) & {"next", "after", "weekafter"} else 0
    sunday = week(context, ahead).last or context.today
    days = Days(max(sunday - timedelta(days=1), context.today), sunday, ahead=ahead > 0)
    if ahead and context.today.weekday() < 5 and "next" in kinds(tokens):
        nearest = sunday - timedelta(days=8)
        days = replace(days, other=nearest)
    return frame(days)


def _later_this(tokens: Sequence[Token], context: Context) -> Sequence[Token] | None:
    unit = unit_of(tokens)
    if unit == "week":
        last = week(context, 0).last
        return frame(Days(min(context.day(1), last), last, loose=True)) if last else None
    if unit == "month":
        last = month_ahead(context, 0).last
        return frame(Days(min(context.day(3), last), last, loose=True)) if last else None
    return None


def _from_now(tokens: Sequence[Token], context: Context) -> Sequence[Token] | None:
    return _in_some_time(tokens, context)


TIME_SPANS = (
    rule("soon", lambda _t, c: frame(Days(c.today, c.day(_SOON_DAYS), loose=True))),
    rule("in halfhour", lambda _t, c: _in_minutes(30, c)),
    rule("in hour_and_half", lambda _t, c: _in_minutes(90, c)),
    rule("in week_and_half", lambda _t, c: _in_days(10, c)),
    rule("in halfyear", _half_a_year),
    rule("in num|couple workdays", _in_workdays),
    rule("inspan num|couple workdays", _within_workdays),
    rule("in halfmonth", lambda _t, c: _in_days(15, c)),
    rule("in month_and_half", lambda _t, c: _in_days(45, c)),
    rule("in num? unit after|from date", _after_a_day),
    rule("in unit dash|or num", _one_or_more),
    rule("in around? num dash|or|until? num? unit", _in_some_time),
    rule("in around? couple|several? unit", _in_some_time),
    rule("unit in num|couple|several dash|or? num?", _in_some_time),
    rule("num|couple|several dash|or? num? unit fromnow", _in_some_time),
    rule("unit fromnow", _in_some_time),
    rule("inspan num|couple|several dash? num? unit", _within),
    rule("inspan unit", _within),
    rule("nearest|next|coming num|couple|several dash? num? unit", _named_days),
    rule("fromnow in? this? unit", _later_this),
    rule("this|next weekafter", _week_then_after),
    rule("unit:week after next", lambda _t, c: frame(week(c, 2))),
    rule("weekafternext", lambda _t, c: frame(week(c, 2))),
    rule("thatweek", _that_week),
    rule("this or|and next unit", _this_or_next),
    rule("next unit:day", lambda t, c: _in_days(1, c) if t[-1].text == "день" else None),
    rule("next unit:year", _year_ahead),
    rule("newyearmonth", _year_ahead),
    rule("this|next|nearest|coming|that unit", _named),
    rule("midweek frame?", _midweek),
    rule("after|before holidays", _holidays),
    rule("this? eow", lambda _t, c: frame(piece(week(c, 0), "finish", c, weekly=True) or week(c, 0), "finish")),
    rule("weekend after next", _weekend),
    rule("this|next|coming|nearest weekend", _weekend),
)
"""What is told by units of time from now on."""
