"""'On Friday', 'next Tuesday', 'from Monday to Wednesday', weekends and working days."""

from collections.abc import Sequence
from datetime import date, timedelta

from understanding.dates.atoms import Atom, Days, Weekdays
from understanding.dates.rules.engine import Context, kinds, number, rule, values
from understanding.dates.rules.relative_days import week
from understanding.dates.tokens import Token

_SATURDAY = 5


def coming(weekday: int, context: Context) -> date:
    """The next such weekday after today: who means today says 'today'."""
    return context.day((weekday - context.today.weekday() - 1) % 7 + 1)


def _weekday_of(token: Token) -> int:
    return token.value if isinstance(token.value, int) else 0


def _bare(tokens: Sequence[Token], _context: Context) -> Sequence[Atom]:
    day = _weekday_of(tokens[-1])
    last = tokens[-1].text
    return (Weekdays(day, day, every=last.startswith("по ") or (last.isascii() and last.endswith("days"))),)


def _this_or_next(tokens: Sequence[Token], context: Context) -> Sequence[Atom]:
    """'Next Friday' is of the next calendar week, 'this Friday' of this one, or the coming one if it is over."""
    weekday = _weekday_of(tokens[-1])
    if "next" in kinds(tokens):
        monday = week(context, 1).first
        return _one(monday + timedelta(days=weekday))
    if "this" in kinds(tokens) and weekday == context.today.weekday():
        return _one(context.today)
    return _one(coming(weekday, context))


def _after_the_coming(tokens: Sequence[Token], context: Context) -> Sequence[Atom] | None:
    """'Через понедельник' leaves the coming one out; English 'in Monday' says nothing."""
    if tokens[0].text != "через":
        return None
    return _one(coming(_weekday_of(tokens[-1]), context) + timedelta(days=7))


def _one(day: date) -> Sequence[Atom]:
    return (Days(day, day),)


def _run(tokens: Sequence[Token], _context: Context) -> Sequence[Atom]:
    first, last = values(tokens, "weekday")
    return (Weekdays(_weekday_of(first), _weekday_of(last)),)


def _weekend(tokens: Sequence[Token], context: Context) -> Sequence[Atom]:
    ahead = 1 if "next" in kinds(tokens) else 0
    sunday = week(context, ahead).last or context.today
    return (Days(max(sunday - timedelta(days=1), context.today), sunday),)


def _bare_weekend(_tokens: Sequence[Token], _context: Context) -> Sequence[Atom]:
    return (Weekdays(_SATURDAY, _SATURDAY + 1, begun=True),)


def _working_days(_tokens: Sequence[Token], _context: Context) -> Sequence[Atom]:
    return (Weekdays(0, _SATURDAY - 1, every=True),)


def _weekends(_tokens: Sequence[Token], _context: Context) -> Sequence[Atom]:
    return (Weekdays(_SATURDAY, _SATURDAY + 1, every=True),)


def weakly(tokens: Sequence[Token], _context: Context) -> Sequence[Token]:
    """'Sat' and 'sun' after a word that leads to a day are weekdays."""
    return (*tokens[:-1], Token("weekday", number(tokens, "weakweekday", 0), text=tokens[-1].text))


WEAK_WEEKDAYS = (
    rule("on|this|next|from|until|before|after|or|coming|by|dash|comma weakweekday", weakly),
    rule("weakweekday part|clock|until|dash|or", lambda t, c: (*weakly(t[:1], c), t[1])),
)

WEEKDAY_PHRASES = (
    rule("from weekday until|dash|before weekday", _run),
    rule("weekday until|dash weekday", _run),
    rule("between weekday and weekday", _run),
    rule("at|on|in? this|next|coming|nearest|within weekday", _this_or_next),
    rule("in weekday", _after_the_coming),
    rule("weekday this|next unit:week", lambda t, c: (*_bare(t[:1], c), week(c, 1 if "next" in kinds(t) else 0))),
    rule("this|next|coming|nearest|within weekend", _weekend),
)
"""Tried before ranges of days."""

BARE_WEEKDAYS = (
    rule("until weekend", _weekends),
    rule("weekend", _bare_weekend),
    rule("workdays", _working_days),
    rule("weekday", _bare),
)
