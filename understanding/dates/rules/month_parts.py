"""Parts of weeks and months ('at the end of the month', 'the first Monday of May', 'the week of the 20th').

They are written as frame or date tokens, over the frames and dates of the passes before.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from understanding.dates.atoms import Days
from understanding.dates.rules.engine import Context, kinds, number, rule, values
from understanding.dates.rules.frames import frame, unit_of
from understanding.dates.rules.stretches import (
    PIECES,
    coming_month,
    month_ahead,
    piece,
    week,
    week_in,
    week_of,
    weekday_in,
)
from understanding.dates.rules.weekdays import coming
from understanding.dates.tokens import Token


def _half_behind(tokens: Sequence[Token], context: Context) -> Sequence[Token] | None:
    """'в следующем месяце, в первой половине'."""
    return None if tokens[-1].text.isascii() else _piece(tokens, context)


def _decade(tokens: Sequence[Token], context: Context) -> Sequence[Token] | None:
    """'в двадцатых числах декабря': from the 20th to the 29th."""
    first = number(tokens, "ordinal", 0) or number(tokens, "num", 0)
    if first not in (10, 20) or not tokens[0].text.endswith("х"):
        return None
    months = values(tokens, "month", "weakmonth")
    whole = coming_month(int(str(months[0].value)), context) if months else month_ahead(context, 0)
    if whole.last is None:
        return None
    begin = whole.last.replace(day=first)
    if begin + timedelta(days=9) < context.today:
        return None
    return frame(Days(max(begin, context.today), begin + timedelta(days=min(9, whole.last.day - first)), loose=True))


def _in_the_week(tokens: Sequence[Token], context: Context) -> Sequence[Token] | None:
    """'на неделе': what is left of this week, or the next one when little is left."""
    if tokens[0].text != "на":
        return None
    whole = week(context, 0 if context.today.weekday() < 3 else 1)
    return frame(whole if whole.last is None else replace(whole, last=whole.last - timedelta(days=2)))


def _piece(tokens: Sequence[Token], context: Context) -> Sequence[Token] | None:
    """A start, middle, end or half of a frame, a month or the current week or month."""
    name = next(token.kind for token in tokens if token.kind in PIECES)
    if name == "middle" and any(token.kind == name and token.text.isascii() for token in tokens):
        name = "midweek"  # as wide as in a month, but from Tuesday on in a week
    for token in tokens:
        if isinstance(token.value, Days) and token.value.last is not None:
            weekly = (token.value.last - token.value.first).days < 7
            if token.text != "whole" or not token.value.loose:
                return None
            return frame(piece(token.value, name, context, weekly=weekly) or token.value, name)
    if months := values(tokens, "month", "weakmonth"):
        whole = coming_month(int(str(months[0].value)), context)
        cut = piece(whole, name, context, weekly=False) or piece(month_ahead(context, 12), name, context, weekly=False)
        return frame(cut or whole, name)
    unit = unit_of(tokens)
    if unit == "year" and name in ("start", "finish"):
        whole = coming_month(1 if name == "start" else 12, context)
        return frame(whole, name)
    if unit not in ("week", "month"):
        return None
    weekly = unit == "week"
    whole = week(context, 0) if weekly else month_ahead(context, 0)
    cut = piece(whole, name, context, weekly=weekly)
    if cut is None and not weekly:  # over: the next one's
        cut = piece(month_ahead(context, 1), name, context, weekly=False)
    elif cut is None and name == "start":
        cut = piece(week(context, 1), name, context, weekly=True)
    return frame(cut or whole, name)


def _month_of(tokens: Sequence[Token], context: Context) -> Days | None:
    for token in tokens:
        if isinstance(token.value, Days):
            return token.value
    months = values(tokens, "month", "weakmonth")
    if months:
        return coming_month(int(str(months[0].value)), context)
    return month_ahead(context, 0) if any(t.value == "month" for t in tokens[1:]) else None


def _place(tokens: Sequence[Token]) -> int:
    return 0 if "last" in kinds(tokens) or "final" in kinds(tokens) else number(tokens, "ordinal", 1)


def _week_in_month(tokens: Sequence[Token], context: Context) -> Sequence[Token] | None:
    whole = _month_of(tokens, context)
    return None if whole is None else frame(week_in(whole, _place(tokens), context))


def _until_days_end(tokens: Sequence[Token], context: Context) -> Sequence[Token]:
    """'до конца дня', 'до конца завтрашнего дня'."""
    last = next((token.value for token in tokens if isinstance(token.value, date)), context.today)
    return frame(Days(context.today, last, ahead=True))


def _day_in_month(tokens: Sequence[Token], context: Context) -> Sequence[Token] | None:
    """'в последний день ноября'."""
    whole = _month_of(tokens, context)
    if whole is None or whole.last is None:
        return None
    place = _place(tokens)
    if place > whole.last.day:
        return None
    day = whole.last.replace(day=place) if place else whole.last
    return (Token("date" if day >= context.today else "pastdate", day, text="date"),)


def _weekday_in_month(tokens: Sequence[Token], context: Context) -> Sequence[Token] | None:
    whole = _month_of(tokens, context)
    if whole is None:
        return None
    day = weekday_in(whole, number(tokens, "weekday", 0), _place(tokens))
    if day is not None and day < context.today:
        months = values(tokens, "month", "weakmonth")
        ahead = (int(str(months[0].value)) - context.today.month) % 12 or 12 if months else 1
        whole = month_ahead(context, ahead)
        day = weekday_in(whole, number(tokens, "weekday", 0), _place(tokens))
    return None if day is None else (Token("date" if day >= context.today else "pastdate", day, text="date"),)


def _week_of_day(tokens: Sequence[Token], context: Context) -> Sequence[Token] | None:
    told = values(tokens, "date", "weekday")[0].value
    day = told if isinstance(told, date) else coming(int(str(told)), context)
    return frame(week_of(day, context))


def _whole_month(tokens: Sequence[Token], context: Context) -> Sequence[Token]:
    month = int(str(values(tokens, "month", "weakmonth")[0].value))
    leading = tokens[:-1] if tokens[-1].kind in ("month", "weakmonth") else ()
    return (*(t for t in leading if t.kind not in ("this", "next")), *frame(coming_month(month, context), "month"))


_PIECE = "start|middle|finish|firsthalf|secondhalf|firstdays|lastdays"

MONTH_PARTS = (
    rule("ordinal|num dayofmonth month|weakmonth?", _decade),
    rule("ordinal|last|final unit:day at|in|on? month|weakmonth|frame|unit:month", _day_in_month),
    rule("before|until|by finish date? unit:day", _until_days_end),
    rule("ordinal|last|final unit:week at|in|on? month|weakmonth|frame|unit", _week_in_month),
    rule("ordinal|last|final weekday at|in|on? month|weakmonth|frame", _weekday_in_month),
    rule("ordinal|last|final weekday at|in|on? unit:month", _weekday_in_month),
    rule("on? unit:week from|between date until|dash|before|and date", lambda t, _c: t[-4:]),
    rule("unit:week from|on|at|start|commencing? date|weekday", _week_of_day),
    rule("commencing date", _week_of_day),
    rule(f"{_PIECE} dash? in|at|on? month|weakmonth|frame|unit", _piece),
    rule("frame comma? in|at|on? firsthalf|secondhalf|start|middle|finish", _half_behind),
    rule("this|next month", _whole_month),
    rule(
        "in|at|from|until|before|after|by|nolater|notbefore|between|and|or|on|not|except|unable|cannot|each "
        "month|weakmonth",
        _whole_month,
    ),
    rule("month", _whole_month),
    rule("on unit:week", _in_the_week),
)
"""Parts of weeks and months; over the frames of the passes before."""
