"""Writes calendar dates and days relative to today as date tokens; days that are past as `pastdate`."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from understanding.dates.rules.engine import Context, as_they_are, kinds, number, rule, values
from understanding.dates.tokens import Token

_FARTHEST_YEARS = 3
_LAST_HOUR = 22
"""A bare number above it is no hour of a clinic, so it is a day."""
_ORDINAL_DAYS = ("ого", "ье", "ое", "его", "ему", "ому")


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _token(day: date | None, context: Context, *, ahead: bool = False) -> Sequence[Token] | None:
    if day is None:
        return None
    wished = context.today <= day and day.year <= context.today.year + _FARTHEST_YEARS
    return (Token("date" if wished else "pastdate", day, text="ahead" if ahead else "date"),)


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


def coming_day(day: int, context: Context) -> date | None:
    """The coming such day of a month."""
    today = context.today
    months = [(today.year + (today.month - 1 + i) // 12, (today.month - 1 + i) % 12 + 1) for i in range(3)]
    candidates = [_date(year, month, day) for year, month in months]
    return next((one for one in candidates if one and one >= today), None)


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
    if tokens[-1].text in ("24/7", "1/2", "1/3", "1/4", "2/3", "3/4"):
        return None
    readings = [upcoming(figures[0], figures[1], _year(figures), context)]
    if tokens[-1].kind == "slashed" and context.month_first:
        readings.append(upcoming(figures[1], figures[0], _year(figures), context))
    return _token(min((day for day in readings if day), default=None), context)


def _month_of(tokens: Sequence[Token]) -> int:
    return number(tokens, "month", 0) or number(tokens, "weakmonth", 0)


def _named_month(tokens: Sequence[Token], context: Context) -> Sequence[Token] | None:
    day = number(tokens, "ordinal", 0) or number(tokens, "num", 0)
    return _token(upcoming(day, _month_of(tokens), None, context), context)


def _same_month(tokens: Sequence[Token], context: Context) -> Sequence[Token] | None:
    """'25, 26 или 27 ноября', 'с 25 по 27 ноября': days of one month, what stands between them stays."""
    month = _month_of(tokens)
    made: list[Token] = []
    latest: date | None = None
    for token in reversed([token for token in tokens if token.kind not in ("month", "weakmonth", "dayofmonth")]):
        if token.kind in ("num", "ordinal") and isinstance(token.value, int):
            day = upcoming(token.value, month, None, context) if month else coming_day(token.value, context)
            if day is None:
                return None
            if latest and day > latest:
                day = _date(latest.year, latest.month, token.value) or day
            latest = day
            made.append(Token("date" if context.today <= day else "pastdate", day, text="date"))
        else:
            made.append(token)
    return tuple(reversed(made))


def _with_year(tokens: Sequence[Token], context: Context) -> Sequence[Token] | None:
    year = next((t.value for t in tokens[2:] if t.kind == "num"), None)
    if not isinstance(year, int) or not 1900 < year < 3000:
        return None  # '23 ноября 15 часов'
    day = number(tokens[:2], "ordinal", 0) or number(tokens[:2], "num", 0)
    return _token(_date(year, _month_of(tokens), day), context)


def _ordinal_month(tokens: Sequence[Token], context: Context) -> Sequence[Token] | None:
    """'двадцать четвертого одиннадцатого': the 24th of the eleventh month."""
    day, month = tokens[0].value, tokens[1].value
    if not isinstance(day, int) or not isinstance(month, int) or month > 12:
        return None
    if not all(token.text.endswith(("го", "ое", "ье")) for token in tokens):
        return None
    return _token(upcoming(day, month, None, context), context)


def _listed_month(tokens: Sequence[Token], context: Context) -> Sequence[Token] | None:
    """'октябрь, 22', but not 'в октябре, 2 раза'."""
    return _named_month(tokens, context) if tokens[0].text.endswith(("ь", "й", "т")) else None


def _month_year(tokens: Sequence[Token], context: Context) -> Sequence[Token] | None:
    """'В марте 2021' is told; 'в декабре 2026' is this or the next December."""
    year = number(tokens, "num", 0)
    if not 1900 < year < 3000:
        return None
    if year < context.today.year or year > context.today.year + 1:
        return (Token("pastdate", date(year, 1, 1), text="year"),)
    return tokens[:1]


def _day_of_month(tokens: Sequence[Token], context: Context) -> Sequence[Token] | None:
    """'25-го', 'the 25th': the coming 25th; a word ('fifth') needs a preposition that says it is a day."""
    if any(token.kind in ("ordinal", "num") and token.text.endswith("х") for token in tokens):
        return None
    day = number(tokens, "ordinal", 0) or number(tokens, "num", 0)
    told = values(tokens, "ordinal", "num")[0]
    in_words = told.kind == "ordinal" and not told.text[0].isdigit()
    english = told.text.isascii()
    named = "dayofmonth" in kinds(tokens)
    if in_words and not named:
        alone = len(tokens) == 1 and " " not in told.text
        if (alone and english) or (not english and not told.text.endswith(_ORDINAL_DAYS)):
            return None
        if alone and told.text.endswith(("ое", "ье")):
            return None
    if told.kind == "ordinal" and not in_words and not english and told.text.endswith(("я", "й", "ю", "ая", "ый")):
        return None
    made = _token(coming_day(day, context), context)
    return None if made is None else (*(t for t in tokens if t.kind not in ("ordinal", "num", "dayofmonth")), *made)


def _large_number(tokens: Sequence[Token], context: Context) -> Sequence[Token] | None:
    """'на 25', 'после 27': too late for an hour, so a day."""
    found = values(tokens, "num")
    if not any(isinstance(n.value, int) and _LAST_HOUR < n.value <= 31 for n in found):
        return None
    days = {id(n): coming_day(n.value, context) for n in found if isinstance(n.value, int)}
    if None in days.values():
        return None
    made = [Token("date", days[id(t)], text="date") if id(t) in days else t for t in tokens]
    first, last = days[id(found[0])], days[id(found[-1])]
    if len(found) == 2 and first and last and first > last:
        return None
    return tuple(made)


def _beside_weekday(tokens: Sequence[Token], context: Context) -> Sequence[Token] | None:
    """'в среду 25', '25, среда': a number that is the date of the weekday beside it."""
    day = coming_day(number(tokens, "num", 0) or number(tokens, "ordinal", 0), context)
    return _token(day, context) if day and day.weekday() == number(tokens, "weekday", 9) else None


def _day_and_part(tokens: Sequence[Token], context: Context) -> Sequence[Token] | None:
    """'23 утром': no hour of a morning, so a day."""
    day, part = number(tokens, "num", 0), str(tokens[-1].value)
    if not (_LAST_HOUR < day <= 31 or (day > 12 and part in ("morning", "early"))):
        return None
    made = _token(coming_day(day, context), context)
    return None if made is None else (*made, tokens[-1])


def _relative(tokens: Sequence[Token], context: Context) -> Sequence[Token] | None:
    offset = number(tokens, "day", 0)
    made = _token(context.day(offset), context, ahead=offset > 0)
    return (replace(made[0], text="today"),) if made and not offset else made


def _no_day(tokens: Sequence[Token], _context: Context) -> Sequence[Token]:
    """'3rd day of fever', '2-го этажа': an ordinal that counts something else."""
    return (Token("word", text=tokens[0].text, cues=tokens[0].cues), *tokens[1:])


def _belongs(ordinal: Token, noun: Token) -> bool:
    in_digits = ordinal.text[0].isdigit()
    if ordinal.text.isascii():
        return "thing" in noun.cues if in_digits else noun.text.isascii() and not noun.cues & {"wish", "can"}
    genitive = "genitive" in noun.cues
    if in_digits:
        return genitive and ordinal.text.endswith("го")
    agrees = "noun" in noun.cues and (not ordinal.text.endswith("го") or genitive)
    return agrees and not ordinal.text.endswith(("ое", "ье"))


def _ordinal_of_thing(tokens: Sequence[Token], _context: Context) -> Sequence[Token] | None:
    """'второго ребенка', 'second child': an ordinal that belongs to the noun behind it."""
    noun, told = tokens[-1], tokens[-2]
    if not _belongs(told, noun):
        return None
    return (*tokens[:-2], Token("word", text=told.text, cues=told.cues), noun)


def _new_year(_tokens: Sequence[Token], context: Context) -> Sequence[Token] | None:
    return _token(date(context.today.year + 1, 1, 1), context)


def _feast(tokens: Sequence[Token], context: Context) -> Sequence[Token] | None:
    """'Christmas Eve', 'майские': the coming day of that name, or the first of several."""
    month, day = (int(figure) for figure in str(tokens[0].value).split("-"))
    return _token(upcoming(day, month, None, context), context)


_PREPOSITION = "on|from|until|before|after|by|notbefore|nolater|between|and|or|around|at"
_LINK = "or|and|comma|until|dash|before|sign"

DATES = (
    rule("iso", _iso),
    rule("newyear", _new_year),
    rule("feast", _feast),
    rule("at|on|by num comma", as_they_are),
    rule("num|ordinal comma num|ordinal month|weakmonth", _same_month),
    rule("at|after|before|from|until|around num on|at? weekday", as_they_are),
    rule(f"num|ordinal {_LINK} num|ordinal {_LINK} num|ordinal month|weakmonth", _same_month),
    rule(f"num|ordinal comma? {_LINK} on|at|from? num|ordinal month|weakmonth", _same_month),
    rule(f"num|ordinal {_LINK} on|at|from? num|ordinal dayofmonth", _same_month),
    rule("dayofmonth from? num|ordinal until|dash|before|and num|ordinal", _same_month),
    rule("num|ordinal month|weakmonth comma? num unit:year?", _with_year),
    rule("num|ordinal month|weakmonth", _named_month),
    rule("ordinal ordinal", _ordinal_month),
    rule("month|weakmonth num|ordinal comma? num", _with_year),
    rule("month|weakmonth num unit:year?", _month_year),
    rule("month|weakmonth num|ordinal dash|until|or|and num|ordinal", _same_month),
    rule("month comma num", _listed_month),
    rule("month|weakmonth comma? dayofmonth num|ordinal", _named_month),
    rule("month|weakmonth num|ordinal", _named_month),
    rule("slashed|dotted", _figures),
    rule("num|ordinal dayofmonth", _day_of_month),
    rule("dayofmonth on|from|by|after|before|around|at? num|ordinal", _day_of_month),
    rule("weekday comma? num part|am|pm|unit|dash|until", as_they_are),
    rule("weekday comma? on? num|ordinal", _beside_weekday),
    rule("num comma? at|on? weekday", _beside_weekday),
    rule("num part", _day_and_part),
    rule("day", _relative),
)


def _day_then_hour(tokens: Sequence[Token], context: Context) -> Sequence[Token] | None:
    """'25 в 10'."""
    day = number(tokens, "num", 0)
    made = _token(coming_day(day, context), context) if _LAST_HOUR < day <= 31 else None
    return None if made is None else (*made, *tokens[1:])


LARGE_NUMBERS = (
    rule(f"{_PREPOSITION}? ordinal unit|weekday|weekend", as_they_are),
    rule(f"{_PREPOSITION}? ordinal word", _ordinal_of_thing),
    rule(f"{_PREPOSITION}? ordinal", _day_of_month),
    rule("from|between num until|dash|before|and num", _large_number),
    rule("num dash|or num", _large_number),
    rule(f"{_PREPOSITION} num unit|part", as_they_are),
    rule("num at|after|before num|clock", _day_then_hour),
    rule("on|from|until|before|after|by|notbefore|nolater|or|around num", _large_number),
)
"""Tried when all that is surely a date is one."""
