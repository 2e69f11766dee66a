"""'On Friday', 'next Tuesday', 'Fridays', weekends and working days."""

from collections.abc import Sequence
from datetime import date, timedelta

from understanding.dates.atoms import Atom, Weekdays
from understanding.dates.lexicon import lexicon
from understanding.dates.rules.engine import Context, as_they_are, kinds, number, rule, values
from understanding.dates.tokens import Token

SATURDAY = 5
_HABIT_DAYS = 5
"""'Monday to Saturday after seven' is each of them, every week."""


def coming(weekday: int, context: Context) -> date:
    """The next such weekday after today: who means today says 'today'."""
    return context.day((weekday - context.today.weekday() - 1) % 7 + 1)


def _weekday_of(token: Token) -> int:
    return token.value if isinstance(token.value, int) else 0


def _date(day: date, *, other: date | None = None, text: str = "ahead") -> Sequence[Token]:
    return (Token("date", day, text=text, other=other),)


def _this_or_next(tokens: Sequence[Token], context: Context) -> Sequence[Token]:
    """'Next Friday' is of the next calendar week, and perhaps the nearest one; 'this Friday' of this week if ahead."""
    weekday = number(tokens, "weekday", 0)
    nearest = coming(weekday, context)
    if "next" in kinds(tokens):
        monday = context.today + timedelta(days=7 - context.today.weekday())
        meant = monday + timedelta(days=weekday)
        return _date(meant, other=nearest if nearest != meant else None)
    if "this" in kinds(tokens) and weekday == context.today.weekday():
        return _date(context.today, text="date")
    return _date(nearest, text="date" if kinds(tokens) & {"this", "that"} else "ahead")


def _after_the_coming(tokens: Sequence[Token], context: Context) -> Sequence[Token] | None:
    """'Через понедельник' leaves the coming one out; English 'in Monday' says nothing."""
    if tokens[0].text not in ("через", "спустя") and tokens[-1].kind != "next":
        return None
    return _date(coming(number(tokens, "weekday", 0), context) + timedelta(days=7))


def _weeks_after(tokens: Sequence[Token], context: Context) -> Sequence[Token]:
    """'A week on Friday', 'Friday week', 'two weeks from tomorrow'."""
    weeks = number(tokens, "num", 2 if "fortnight" in {t.value for t in tokens} else 1)
    last = values(tokens, "weekday", "date")[0]
    day = last.value if isinstance(last.value, date) else coming(_weekday_of(last), context)
    return _date(day + timedelta(weeks=min(weeks, 52)))


def weakly(tokens: Sequence[Token], _context: Context) -> Sequence[Token]:
    """'Sat' and 'sun' after a word that leads to a day are weekdays."""
    return tuple(Token("weekday", t.value, text=t.text) if t.kind == "weakweekday" else t for t in tokens)


def _of_week(tokens: Sequence[Token], _context: Context) -> Sequence[Token] | None:
    """'A week on Friday', 'Friday week' are English only."""
    if tokens[-1].text == "date" and tokens[-2].kind == "unit":
        return None  # 'the week of the 23rd'
    return None if not all(t.text.isascii() for t in tokens if t.kind == "unit") else _weeks_after(tokens, _context)


def _not_until(tokens: Sequence[Token], _context: Context) -> Sequence[Token] | None:
    """'Can't come until Wednesday', 'busy until three': not before."""
    own = tokens[0].text in lexicon().lists["own"]
    return (Token("notbefore", text="not until"),) if tokens[-1].text in ("until", "till", "til") and not own else None


def _weakly_judged(tokens: Sequence[Token], context: Context) -> Sequence[Token] | None:
    """'Sat works', 'sun is out'."""
    judges = tokens[1].kind != "word" or tokens[1].cues & {"can", "wish"}
    return weakly(tokens, context) if judges else None


WEAK_WEEKDAYS = (
    rule("cannot|unable come? until", _not_until),
    rule("weakweekday or|and|until|dash|comma weakweekday", weakly),
    rule("weakweekday word|cannot|toosoon|better", _weakly_judged),
    rule("on|this|next|from|until|before|after|or|and|coming|by|dash|comma|not|except|each|cannot weakweekday", weakly),
    rule(
        "weakweekday part|clock|until|dash|or|and|num|at|tonight|am|pm|after|before|between|around|comma|mornings",
        weakly,
    ),
)

_IN_DAY = {"morning": "early", "afternoon": "early_afternoon", "evening": "early_evening"}
_LATE_IN_DAY = {"morning": "late_morning", "afternoon": "late_afternoon", "evening": "late_evening", "night": "night"}


def _early_or_late(tokens: Sequence[Token], _context: Context) -> Sequence[Token] | None:
    """'Early Thursday', 'late Tuesday afternoon'."""
    if tokens[0].text not in ("early", "late", "later"):
        return None
    early = tokens[0].text == "early"
    day = values(tokens, "weekday", "date")[0]
    said = str(tokens[-1].value) if tokens[-1].kind == "part" else ""
    named = (_IN_DAY if early else _LATE_IN_DAY).get(said)
    if said and named is None:
        return None
    return (day, Token("part", named or ("morning" if early else "late_afternoon"), text="part"))


def _early(tokens: Sequence[Token], _context: Context) -> Sequence[Token]:
    """'завтра пораньше', 'пораньше в пятницу'; 'завтра рано' is too soon."""
    if tokens[-1].text == "рано":
        return tokens
    return (values(tokens, "weekday", "date")[0], Token("part", "morning", text="part"))


WEEKDAY_DATES = (
    rule("last unit:week", as_they_are),
    rule("start|finish in|on? weekday|date part?", _early_or_late),
    rule("earlyword at|on? weekday|date", _early),
    rule("weekday|date earlyword", _early),
    rule("num? unit:week|unit:fortnight on|from|after? weekday|date", _of_week),
    rule("weekday unit:week", _of_week),
    rule("weekday after next", _after_the_coming),
    rule("this|next|coming|nearest|that coming? weekday", _this_or_next),
    rule("in num:1? weekday", _after_the_coming),
)
"""Weekdays that are one date."""


def _bare(tokens: Sequence[Token], _context: Context) -> Sequence[Atom]:
    day = _weekday_of(tokens[-1])
    return (Weekdays(day, day, every=bool(kinds(tokens) & {"each", "weekdays"})),)


def _by_day(tokens: Sequence[Token], context: Context) -> Sequence[Atom] | None:
    """'по пн': every one; 'through Monday' does not pass here."""
    return _bare((Token("each"), tokens[-1]), context) if tokens[0].text == "по" else None


def _run(tokens: Sequence[Token], _context: Context) -> Sequence[Atom]:
    first, last = values(tokens, "weekday", "weekdays")
    length = (_weekday_of(last) - _weekday_of(first)) % 7 + 1
    every = "weekdays" in kinds(tokens) or length >= _HABIT_DAYS
    return (Weekdays(_weekday_of(first), _weekday_of(last), every=every),)


def _bare_weekend(_tokens: Sequence[Token], _context: Context) -> Sequence[Atom]:
    return (Weekdays(SATURDAY, SATURDAY + 1, begun=True),)


def _working_days(_tokens: Sequence[Token], _context: Context) -> Sequence[Atom]:
    return (Weekdays(0, SATURDAY - 1, every=True),)


def _weekends(tokens: Sequence[Token], _context: Context) -> Sequence[Atom] | None:
    return (Weekdays(SATURDAY, SATURDAY + 1, every=True),) if tokens[0].text != "until" else None


WEEKDAY_RUNS = (
    rule("from weekday|weekdays until|dash|before weekday|weekdays", _run),
    rule("weekday|weekdays until|dash weekday|weekdays", _run),
    rule("between weekday and weekday", _run),
)
"""Tried before ranges of days."""

BARE_WEEKDAYS = (
    rule("each weekend", _weekends),
    rule("weekend|dayoff", _bare_weekend),
    rule("workdays", _working_days),
    rule("until weekday", _by_day),
    rule("each? weekday|weekdays", _bare),
)
