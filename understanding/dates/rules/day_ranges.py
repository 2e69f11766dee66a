"""'From the 25th to the 27th', 'until Friday', 'starting Monday', 'after November 25th', and single dates."""

from collections.abc import Sequence
from datetime import date, timedelta

from understanding.dates.atoms import Atom, Days
from understanding.dates.rules.calendar import upcoming
from understanding.dates.rules.engine import Context, kinds, number, rule, values
from understanding.dates.rules.weekdays import coming
from understanding.dates.tokens import Token


def _day_of(token: Token, context: Context) -> date:
    if isinstance(token.value, date):
        return token.value
    return coming(token.value, context) if isinstance(token.value, int) else context.today


def _single(tokens: Sequence[Token], context: Context) -> Sequence[Atom]:
    day = _day_of(tokens[-1], context)
    return (Days(day, day),)


def _between(tokens: Sequence[Token], context: Context) -> Sequence[Atom] | None:
    first, last = (_day_of(token, context) for token in values(tokens, "date", "weekday"))
    while last < first and "weekday" in kinds(tokens):
        last += timedelta(days=7)
    return (Days(first, last),) if first <= last else None


def _number_to_date(tokens: Sequence[Token], context: Context) -> Sequence[Atom] | None:
    """'с 25 по 27 ноября': the first number is a day of the same month, or of the one before."""
    last = _day_of(tokens[-1], context)
    day = number(tokens, "num", 0)
    if not 1 <= day <= 31:
        return None
    month_end = last if day <= last.day else last.replace(day=1) - timedelta(days=1)
    first = upcoming(day, month_end.month, month_end.year, context)
    return None if first is None or first > last else (Days(max(first, context.today), last),)


def _from(tokens: Sequence[Token], context: Context) -> Sequence[Atom]:
    return (Days(_day_of(values(tokens, "date", "weekday")[0], context), None),)


def _after(tokens: Sequence[Token], context: Context) -> Sequence[Atom]:
    return (Days(_day_of(tokens[-1], context) + timedelta(days=1), None),)


def _before(tokens: Sequence[Token], context: Context) -> Sequence[Atom] | None:
    """'До пятницы' leaves Friday out: who means it too says 'по пятницу', 'by Friday'."""
    day = _day_of(tokens[-1], context) - timedelta(days=1)
    return (Days(context.today, day),) if day >= context.today else None


def _until(tokens: Sequence[Token], context: Context) -> Sequence[Atom]:
    return (Days(context.today, _day_of(tokens[-1], context)),)


def _numbers(tokens: Sequence[Token], context: Context) -> Sequence[Atom] | None:
    """'на 25': too late for an hour, so a day of the month."""
    day = number(tokens, "num", 0)
    if not 24 < day <= 31:
        return None
    months = ((context.today.month - 1 + i) % 12 + 1 for i in range(3))
    found = next((one for month in months if (one := upcoming(day, month, None, context))), None)
    return None if found is None else (Days(found, found),)


DAY_RANGES = (
    rule("from|between? num until|dash|before|and date", _number_to_date),
    rule("from|between date|weekday until|dash|before|and date|weekday", _between),
    rule("date until|dash date|weekday", _between),
    rule("weekday until|dash date", _between),
    rule("from date|weekday on?", _from),
    rule("notbefore date|weekday", _from),
    rule("after date|weekday", _after),
    rule("before date|weekday", _before),
    rule("by|until date|weekday", _until),
    rule("date", _single),
    rule("on num", _numbers),
)
