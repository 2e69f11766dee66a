"""'From the 25th to the 27th', 'until Friday', 'starting next week', 'after November 25th', and single dates."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from understanding.dates.atoms import Atom, Bygone, Days
from understanding.dates.rules.engine import Context, kinds, number, rule, values
from understanding.dates.rules.stretches import later
from understanding.dates.rules.weekdays import SATURDAY, coming
from understanding.dates.tokens import Token

_NEARLY_A_YEAR = 300
_POINTS = ("date", "weekday", "frame", "weekend", "pastdate")


def _days_of(token: Token, context: Context) -> Days:
    """The days a token names."""
    if isinstance(token.value, Days):
        return token.value
    if isinstance(token.value, date):
        return Days(
            token.value, token.value, other=token.other, ahead=token.text == "ahead", today=token.text == "today"
        )
    if token.kind == "weekend":
        saturday = coming(SATURDAY, context)
        return Days(saturday, saturday + timedelta(days=1))
    day = coming(token.value, context) if isinstance(token.value, int) else context.today
    return Days(day, day)


def _last_of(token: Token, context: Context) -> date:
    days = _days_of(token, context)
    return days.last or days.first


def _points(tokens: Sequence[Token], context: Context) -> list[Days]:
    return [_days_of(token, context) for token in values(tokens, *_POINTS)]


def _single(tokens: Sequence[Token], context: Context) -> Sequence[Atom]:
    days = _days_of(tokens[-1], context)
    far = (days.first - context.today).days > _NEARLY_A_YEAR
    return (replace(days, lasting=True) if far else days,)


def _between(tokens: Sequence[Token], context: Context) -> Sequence[Atom] | None:
    first, last = _points(tokens, context)
    end = last.last or last.first
    while end < first.first and "weekday" in kinds(tokens):
        end += timedelta(days=7)
    begin = max(first.first, context.today)
    return (Days(begin, end, lasting=True),) if begin <= end else None


def _between_after(tokens: Sequence[Token], context: Context) -> Sequence[Atom] | None:
    """'после 20-го и до конца месяца'."""
    first, last = values(tokens, *_POINTS)
    begin = _days_of(first, context).first
    if tokens[0].kind == "after":
        begin = _last_of(first, context) + timedelta(days=1)
    end = _last_of(last, context)
    if "before" in kinds(tokens) and last.text != "finish":
        end = _days_of(last, context).first - timedelta(days=1)
    return (Days(begin, end, lasting=True),) if begin <= end else None


def _moved(tokens: Sequence[Token], context: Context) -> Sequence[Atom] | None:
    """'с пятницы на понедельник': moved from one day to another."""
    to = values(tokens, *_POINTS)[-1]
    return (Bygone(), _days_of(to, context)) if tokens[-2].text == "на" else None


def _lasting_from(tokens: Sequence[Token], context: Context) -> Sequence[Atom] | None:
    """'со следующего понедельника две недели'."""
    count, unit = number(tokens, "num", 2), str(tokens[-1].value)
    if unit not in ("day", "week", "month") or not 0 < count < 100:
        return None
    first = _points(tokens, context)[0].first
    return (Days(first, later(first, unit, count) - timedelta(days=1), loose=True, lasting=True),)


def _from(tokens: Sequence[Token], context: Context) -> Sequence[Atom]:
    first = _points(tokens, context)[0].first
    if (first - context.today).days > _NEARLY_A_YEAR:
        return (Bygone(),)  # 'с 10 ноября', said on the 18th, tells of this year's
    return (Days(first, None, lasting=True),)


def _not_before(tokens: Sequence[Token], context: Context) -> Sequence[Atom]:
    return (Days(_points(tokens, context)[0].first, None),)


def _after(tokens: Sequence[Token], context: Context) -> Sequence[Atom]:
    return (Days(_last_of(tokens[-1], context) + timedelta(days=1), None),)


def _before(tokens: Sequence[Token], context: Context) -> Sequence[Atom] | None:
    """'До пятницы' leaves Friday out, unless 'inclusive' is said; the end of a week or month is up to its last day."""
    if tokens[-1].kind == "inclusive" or (tokens[-1].kind == "frame" and tokens[-1].text == "finish"):
        return _until(tokens, context)
    day = _points(tokens, context)[0].first - timedelta(days=1)
    return (Days(context.today, day, loose=_frame_like(tokens), lasting=True),) if day >= context.today else None


def _leaving(tokens: Sequence[Token], context: Context) -> Sequence[Atom] | None:
    """'I leave on Friday': before it."""
    day = _points(tokens, context)[0].first - timedelta(days=1)
    return (Days(context.today, day),) if day >= context.today else None


def _until(tokens: Sequence[Token], context: Context) -> Sequence[Atom] | None:
    point = values(tokens, *_POINTS)[0]
    last = _last_of(point, context)
    if point.kind == "frame" and point.text == "finish" and tokens[0].text == "к":
        return (_days_of(point, context),)
    return (Days(context.today, last, loose=_frame_like(tokens), lasting=True),) if last >= context.today else None


def _frame_like(tokens: Sequence[Token]) -> bool:
    return "frame" in kinds(tokens)


def _around(tokens: Sequence[Token], context: Context) -> Sequence[Atom]:
    days = _days_of(tokens[-1], context)
    if tokens[-1].kind == "frame" or days.last is None:
        return (days,)
    return (Days(max(days.first - timedelta(days=1), context.today), days.last + timedelta(days=1)),)


def _since_told(_tokens: Sequence[Token], _context: Context) -> Sequence[Atom]:
    return (Bygone(),)


def _weekends(tokens: Sequence[Token], context: Context) -> Sequence[Atom] | None:
    """'по выходные' does not occur: 'по выходным' does."""
    return None if tokens[0].text == "по" else _until(tokens, context)


_POINT = "date|weekday|frame"

DAY_RANGES = (
    rule("from pastdate until|dash|before pastdate", _since_told),
    rule(f"from {_POINT}|weekend and? until|dash|before|nolater {_POINT}|weekend inclusive?", _between),
    rule(f"from {_POINT}|weekend and {_POINT}|weekend inclusive?", _between),
    rule(f"after|notbefore at|on? {_POINT} and|but? before|until|nolater at|on? {_POINT}", _between_after),
    rule(f"between {_POINT} and {_POINT}", _between),
    rule(f"from {_POINT} on {_POINT}", _moved),
    rule("from date|weekday num|couple|several unit", _lasting_from),
    rule(f"{_POINT} until|dash {_POINT} inclusive?", _between),
    rule(f"from {_POINT}|weekend on|fromon|onwards?", _from),
    rule(f"{_POINT} fromon|onwards", _not_before),
    rule("leave on|at|in? date|weekday", _leaving),
    rule(f"back from? word|vacation? word|vacation? on|at|in|by? {_POINT}", _not_before),
    rule(f"earliest is? at|on|in|by? {_POINT}", _not_before),
    rule(f"{_POINT} at asap", _not_before),
    rule(f"latest is? at|on|in|by? {_POINT}", _until),
    rule(f"notbefore at|on? {_POINT}|weekend", _not_before),
    rule(f"after {_POINT}|weekend", _after),
    rule(f"before|nolater in|at|on? {_POINT}|weekend inclusive", _until),
    rule(f"before {_POINT}|weekend", _before),
    rule(f"by|nolater in|at|on? {_POINT}", _until),
    rule("by|nolater weekend", _before),
    rule(f"until {_POINT}", _until),
    rule("until weekend", _weekends),
    rule("around date", _around),
    rule("at|on|in|around|by? frame", _single),
    rule("nearest? date", _single),
)
