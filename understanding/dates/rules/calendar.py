"""Writes calendar dates and days relative to today as date tokens; days that are past as `pastdate`."""

from collections.abc import Sequence
from datetime import date

from understanding.dates.rules.engine import Context, number, rule
from understanding.dates.tokens import Token


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _token(day: date | None, context: Context) -> Sequence[Token] | None:
    if day is None:
        return None
    return (Token("date" if day >= context.today else "pastdate", day, text=day.isoformat()),)


def _year(figures: Sequence[int]) -> int | None:
    if len(figures) < 3:
        return None
    return figures[2] if figures[2] >= 100 else 2000 + figures[2]


def upcoming(day: int, month: int, year: int | None, context: Context) -> date | None:
    """That day of this year, or of the next year that has it when it is over; None if no year has it."""
    if year is not None:
        return _date(year, month, day)
    candidates = (_date(context.today.year + ahead, month, day) for ahead in range(9))
    return next((one for one in candidates if one and one >= context.today), None)


def _iso(tokens: Sequence[Token], context: Context) -> Sequence[Token] | None:
    figures = tokens[0].value
    return _token(_date(*figures), context) if isinstance(figures, tuple) else None


def _figures(tokens: Sequence[Token], context: Context) -> Sequence[Token] | None:
    """25.11, 25/11/2026; with a slash the month may come first: then the reading that comes sooner is meant."""
    figures = tokens[-1].value
    if not isinstance(figures, tuple):
        return None
    if tokens[-1].kind == "dotted" and len(tokens[-1].text.split(".")[1]) < 2 and len(figures) == 2:
        return None  # '37.2' is a temperature
    readings = [upcoming(figures[0], figures[1], _year(figures), context)]
    if tokens[-1].kind == "slashed" and context.month_first:
        readings.append(upcoming(figures[1], figures[0], _year(figures), context))
    return _token(min((day for day in readings if day), default=None), context)


def _named_month(tokens: Sequence[Token], context: Context) -> Sequence[Token] | None:
    day = number(tokens, "ordinal", 0) or number(tokens[:2], "num", 0)
    month = number(tokens, "month", 0) or number(tokens, "weakmonth", 0)
    return _token(upcoming(day, month, None, context), context)


def _same_month(tokens: Sequence[Token], context: Context) -> Sequence[Token] | None:
    """'25, 26 или 27 ноября': days of one month."""
    month = number(tokens, "month", 0)
    days = [upcoming(t.value, month, None, context) for t in tokens[:-1:2] if isinstance(t.value, int)]
    return tuple(Token("date", day, text="date") for day in days if day) if all(days) else None


def _with_year(tokens: Sequence[Token], context: Context) -> Sequence[Token] | None:
    year = next((t.value for t in tokens[2:] if t.kind == "num"), None)
    if not isinstance(year, int) or not 1900 < year < 3000:
        return None  # '23 ноября 15 часов'
    day = number(tokens[:2], "ordinal", 0) or number(tokens[:2], "num", 0)
    month = number(tokens, "month", 0) or number(tokens, "weakmonth", 0)
    return _token(_date(year, month, day), context)


def _day_of_month(tokens: Sequence[Token], context: Context) -> Sequence[Token] | None:
    """'25-го', 'the 25th': the coming 25th; a word ('fifth') needs a preposition that says it is a day."""
    day, today = number(tokens, "ordinal", 0) or number(tokens, "num", 0), context.today
    word_alone = tokens[-1].kind == "ordinal" and not tokens[-1].text[0].isdigit()
    if word_alone and (len(tokens) == 1 or not tokens[-1].text.endswith(("ого", "ье", "ое", "его"))):
        return None
    months = [(today.year + (today.month - 1 + i) // 12, (today.month - 1 + i) % 12 + 1) for i in range(3)]
    candidates = [_date(year, month, day) for year, month in months]
    made = _token(next((one for one in candidates if one and one >= today), None), context)
    return None if made is None else (*(t for t in tokens if t.kind not in ("ordinal", "num", "dayofmonth")), *made)


def _relative(tokens: Sequence[Token], context: Context) -> Sequence[Token] | None:
    return _token(context.day(number(tokens, "day", 0)), context)


def _no_day(tokens: Sequence[Token], _context: Context) -> Sequence[Token]:
    """'3rd day of fever', '2-го этажа': an ordinal that counts something else."""
    return (Token("word", text=tokens[0].text, cues=tokens[0].cues), *tokens[1:])


_PREPOSITION = "on|from|until|before|after|by|notbefore|between|and"

DATES = (
    rule("iso", _iso),
    rule("num|ordinal comma num|ordinal or|and|comma num|ordinal month", _same_month),
    rule("num|ordinal or|and num|ordinal month", _same_month),
    rule("num|ordinal month|weakmonth comma? num unit:year?", _with_year),
    rule("num|ordinal month|weakmonth", _named_month),
    rule("month|weakmonth num|ordinal comma? num", _with_year),
    rule("month|weakmonth num|ordinal", _named_month),
    rule("slashed|dotted", _figures),
    rule("num|ordinal dayofmonth", _day_of_month),
    rule("ordinal unit|part", _no_day),
    rule(f"{_PREPOSITION}? ordinal", _day_of_month),
    rule("day", _relative),
)
