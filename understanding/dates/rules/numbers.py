"""Joins number words ('twenty third') and writes times of day ('half past four', '5 p.m.') as clock tokens."""

from collections.abc import Sequence

from understanding.dates.rules.engine import Context, as_they_are, kinds, rule, values
from understanding.dates.tokens import Clock, Token

_TENS = (20, 30, 40, 50)
_ONE_OCLOCK = frozenset({"час", "часа", "часу", "часик", "часом"})


def _join(tokens: Sequence[Token], _context: Context) -> Sequence[Token] | None:
    tens, ones = tokens[0], tokens[-1]
    if not (isinstance(tens.value, int) and isinstance(ones.value, int)) or tens.text[0].isdigit():
        return None
    if tens.value not in _TENS or not 0 < ones.value < 10 or ones.text[0].isdigit():
        return None
    return (Token(ones.kind, tens.value + ones.value, tens.cues | ones.cues, f"{tens.text} {ones.text}"),)


def _no_clock(tokens: Sequence[Token], _context: Context) -> Sequence[Token] | None:
    """'21-30 января' are days."""
    place = next(i for i, token in enumerate(tokens) if token.kind in ("clock", "decimal"))
    if "-" not in tokens[place].text:
        return None
    first, last = tokens[place].text.split("-")
    days = (Token("num", int(first), text=first), Token("dash", text="-"), Token("num", int(last), text=last))
    return (*tokens[:place], *days, *tokens[place + 1 :])


def _early_in_the_hour(tokens: Sequence[Token], _context: Context) -> Sequence[Token] | None:
    """'в начале шестого': soon after five."""
    hour = tokens[-1].value
    if not isinstance(hour, int) or not 1 <= hour <= 12 or not tokens[-1].text.endswith("го"):
        return None
    begin = (hour - 2) % 12 + 1
    first, last = clock(begin, 0), clock(begin, 30)
    return None if first is None or last is None else (Token("from"), *first, Token("until"), *last)


JOINED = (
    rule("num|ordinal month|weakmonth clock", as_they_are),  # '26 ноября 16-30'
    rule("clock|decimal month|weakmonth", _no_clock),
    rule("month|weakmonth clock|decimal", _no_clock),
    rule("start ordinal month|weakmonth|unit|dayofmonth|frame", as_they_are),
    rule("start ordinal", _early_in_the_hour),
    rule("without num num", as_they_are),  # 'без двадцати четыре' are two numbers
    rule("num dash? num|ordinal", _join),
)


def clock(hour: int, minute: int, *, fixed: bool = False, said: bool = False) -> Sequence[Token] | None:
    """A clock token; None if there is no such time."""
    if not (0 <= hour < 24 and 0 <= minute < 60):
        return None
    return (Token("clock", Clock(hour, minute, fixed or hour > 12, said), text="clock"),)


def _hour_of(token: Token) -> tuple[int, int]:
    if isinstance(token.value, Clock):
        return token.value.hour, token.value.minute
    return (token.value, 0) if isinstance(token.value, int) else (99, 0)


def _half_past(tokens: Sequence[Token], _context: Context) -> Sequence[Token] | None:
    hour = _hour_of(tokens[1])[0]
    return clock(hour, 15 if tokens[0].kind == "quarterpast" else 30) if 1 <= hour <= 12 else None


def _to_hour(tokens: Sequence[Token], _context: Context) -> Sequence[Token] | None:
    """Half or a quarter of the hour that ends at the number; English: a quarter before it."""
    hour = _hour_of(tokens[-1])[0]
    if not 1 <= hour <= 12:
        return None
    return clock((hour - 2) % 12 + 1, {"quarterto": 45, "quarter": 15}.get(tokens[0].kind, 30))


def _minutes_of_hour(tokens: Sequence[Token], _context: Context) -> Sequence[Token] | None:
    """'десять минут шестого': ten past five."""
    hour = _hour_of(tokens[-1])[0]
    return clock((hour - 2) % 12 + 1, _hour_of(tokens[0])[0]) if 1 <= hour <= 12 else None


def _minutes_to(tokens: Sequence[Token], _context: Context) -> Sequence[Token] | None:
    numbers = values(tokens[1:], "num", "clock", "quarter")
    hour, _ = _hour_of(numbers[-1])
    minutes = 15 if tokens[1].kind == "quarter" else _hour_of(tokens[1])[0]
    if not (1 <= hour <= 23 and 0 < minutes < 60):
        return None
    return clock((hour - 2) % 12 + 1 if hour <= 12 else hour - 1, 60 - minutes)


def _minutes_to_one(tokens: Sequence[Token], context: Context) -> Sequence[Token] | None:
    """'без двадцати час'."""
    return _minutes_to((*tokens[:2], Token("num", 1)), context) if tokens[-1].text == "час" else None


def _twenty_to(tokens: Sequence[Token], context: Context) -> Sequence[Token] | None:
    """'Twenty to five': in words it is no range."""
    if tokens[0].value not in (20, 25) or tokens[0].text.isdigit() or tokens[1].text not in ("to", "till"):
        return None
    return _minutes_to((tokens[1], tokens[0], tokens[2]), context)


def _minutes_past(tokens: Sequence[Token], _context: Context) -> Sequence[Token] | None:
    return clock(_hour_of(tokens[-1])[0], _hour_of(tokens[0])[0])


def _minutes_to_english(tokens: Sequence[Token], context: Context) -> Sequence[Token] | None:
    """'At twenty to four', while 'at two to four' and 'from ten to four' are ranges."""
    if tokens[-2].text not in ("to", "till", "before") or _hour_of(tokens[1])[0] not in (5, 10, 20, 25):
        return None
    made = _minutes_to((tokens[-2], tokens[1], tokens[-1]), context)
    return None if made is None else (tokens[0], *made)


def _hour_minute(tokens: Sequence[Token], _context: Context) -> Sequence[Token] | None:
    numbers = values(tokens, "num")
    return clock(_hour_of(numbers[0])[0], _hour_of(numbers[1])[0])


def _zero_minutes(tokens: Sequence[Token], _context: Context) -> Sequence[Token] | None:
    """'семнадцать ноль ноль', 'nine oh five'."""
    hour, minute = _hour_of(tokens[0])[0], _hour_of(tokens[-1])[0]
    return clock(hour, minute) if minute < 10 else None


def _after_preposition(tokens: Sequence[Token], _context: Context) -> Sequence[Token] | None:
    """'в пять тридцать': the second number must look like minutes."""
    minute = _hour_of(tokens[-1])[0]
    made = clock(_hour_of(tokens[-2])[0], minute) if minute >= 10 or tokens[-1].text == "00" else None
    return None if made is None else (*tokens[:-2], *made)


def _on_the_clock(tokens: Sequence[Token], context: Context) -> Sequence[Token] | None:
    """'на девять тридцать'."""
    ok = 7 <= _hour_of(tokens[1])[0] <= 21 and _hour_of(tokens[2])[0] % 5 == 0
    return _after_preposition(tokens, context) if ok else None


def _beside_day(tokens: Sequence[Token], context: Context) -> Sequence[Token] | None:
    """'пятница десять тридцать', 'friday nine fifteen': full minutes only."""
    ok = 7 <= _hour_of(tokens[-2])[0] <= 21 and _hour_of(tokens[-1])[0] % 5 == 0
    return _after_preposition(tokens, context) if ok else None


def _half_of_day(tokens: Sequence[Token], _context: Context) -> Sequence[Token] | None:
    """'5 вечера', '9 a.m.': the half of the day is said."""
    hour, minute = _hour_of(tokens[0])
    said = tokens[-1].value if tokens[-1].kind == "part" else tokens[-1].kind
    if hour > 12:
        told = isinstance(tokens[0].value, Clock) or "unit" in kinds(tokens) or said == "pm"
        return clock(hour, minute) if told and said not in ("am", "morning", "early") else None
    if said in ("am", "morning", "early", "late_morning") or (said == "night" and hour < 6):
        return clock(hour % 12 if hour < 12 or said == "am" else 12, minute, fixed=True, said=True)
    if said in ("pm", "evening", "late_evening", "night") or (said == "afternoon" and (hour <= 6 or hour == 12)):
        return clock(hour % 12 + 12, minute, fixed=True, said=True)
    return None


def _hour_minute_half(tokens: Sequence[Token], context: Context) -> Sequence[Token] | None:
    """'nine thirty am', but not 'Nov 23 3 pm'."""
    hour, minute = _hour_of(tokens[0])[0], _hour_of(tokens[1])[0]
    made = clock(hour, minute) if hour <= 12 and minute >= 10 else None
    return None if made is None else _half_of_day((*made, tokens[2]), context)


def _in_daytime(tokens: Sequence[Token], _context: Context) -> Sequence[Token] | None:
    """'в 3 дня' is 15:00, while '3 дня' alone lasts three days."""
    told = values(tokens, "clock", "num")
    hour, minute = _hour_of(told[0])
    if tokens[-1].text != "дня" or not (1 <= hour <= 6 or hour in (11, 12)):
        return None
    made = clock(12 + hour % 12 if hour != 11 else 11, minute, fixed=True, said=True)
    return None if made is None else (*tokens[: tokens.index(told[0])], *made)


def _one_oclock(tokens: Sequence[Token], _context: Context) -> Sequence[Token] | None:
    """'в час', 'после часа', 'час дня': one o'clock."""
    place = next(i for i, token in enumerate(tokens) if token.kind == "unit")
    if tokens[place].text not in _ONE_OCLOCK or tokens[-1].text in ("день", "дней"):
        return None
    said = place < len(tokens) - 1 and tokens[-1].text in ("дня", "днем")
    if place < len(tokens) - 1 and not said:
        return None
    return (*tokens[:place], Token("clock", Clock(13 if said else 1, fixed=said, said=said), text="clock"))


def _approximately(tokens: Sequence[Token], _context: Context) -> Sequence[Token] | None:
    """'часов в шесть': about six; 'часов до шести': before it."""
    if not tokens[0].text.startswith("час") or tokens[0].text == "час":
        return None
    if len(tokens) == 3 and tokens[1].kind not in ("at", "by", "on", "around"):
        return tokens[1:]
    return (Token("around", text="около"), tokens[-1])


def _roughly(tokens: Sequence[Token], _context: Context) -> Sequence[Token]:
    return (Token("around", text="around"), tokens[0])


def _spoken(tokens: Sequence[Token], _context: Context) -> Sequence[Token] | None:
    """'ten-thirty'."""
    if any(token.text[0].isdigit() for token in tokens if token.kind == "num"):
        return None
    hour, minute = _hour_of(tokens[0])[0], _hour_of(tokens[-1])[0]
    return clock(hour, minute) if minute in (15, 20, 30, 40, 45, 50) and hour < minute else None


def _hour_too_soon(tokens: Sequence[Token], _context: Context) -> Sequence[Token] | None:
    """'10 is too early'."""
    made = clock(*_hour_of(tokens[0]))
    return None if made is None else (*made, tokens[-1])


def _hour_refused(tokens: Sequence[Token], _context: Context) -> Sequence[Token] | None:
    """'can't do 9'."""
    made = clock(*_hour_of(tokens[2])) if tokens[2].value != 0 else None
    return None if made is None else (*tokens[:2], *made)


def _edge_hour(tokens: Sequence[Token], _context: Context) -> Sequence[Token] | None:
    """'latest I can do is 4'."""
    made = clock(*_hour_of(tokens[-1])) if tokens[-1].value != 0 else None
    return None if made is None else (*tokens[:-1], *made)


def _rather(tokens: Sequence[Token], _context: Context) -> Sequence[Token] | None:
    """'4 rather than 3': two hours."""
    first, second = (_hour_of(token) for token in values(tokens, "clock", "num"))
    one, other = clock(*first), clock(*second)
    return None if one is None or other is None else (*one, tokens[1], *other)


def _dotted(tokens: Sequence[Token], _context: Context) -> Sequence[Token] | None:
    """'в 10.30': a time where it can be no date, or after 'at'."""
    figure = tokens[-1].value
    if not isinstance(figure, tuple) or len(figure) != 2 or tokens[-1].text[-3:-2] != ".":
        return None
    hour, minute = figure
    as_date = 1 <= hour <= 31 and 1 <= minute <= 12
    at_hour = kinds(tokens[:-1]) & {"at", "around"} and minute % 5 == 0
    if (as_date and not at_hour) or (len(tokens) == 1 and (not 7 <= hour <= 21 or minute % 5)):
        return None
    made = clock(hour, minute, fixed=hour > 7)
    return None if made is None else (*tokens[:-1], *made)


def _dashed(tokens: Sequence[Token], _context: Context) -> Sequence[Token] | None:
    """'в 10-15': a quarter past ten, as 'с 10 до 15' would be said otherwise."""
    hour, minute = _hour_of(tokens[1])[0], _hour_of(tokens[3])[0]
    if tokens[0].text not in ("в", "at", "на") or minute not in (15, 20, 25) or hour >= minute - 2:
        return None
    made = clock(hour, minute)
    return None if made is None else (tokens[0], *made)


_BEFORE_HOUR = "at|on|by|around|after|before|until|from|notbefore|nolater|between|and"


def _military(tokens: Sequence[Token], _context: Context) -> Sequence[Token] | None:
    """'at 1430', 'завтра 0900'."""
    figures = values(tokens, "num")[0].text
    if len(figures) != 4 or not figures.isdigit() or int(figures[2:]) % 5:
        return None
    made = clock(int(figures[:2]), int(figures[2:]), fixed=True)
    return (
        None
        if made is None or not 7 <= int(figures[:2]) <= 21
        else (*(t for t in tokens[:-1] if t.kind != "num"), *made)
    )


CLOCKS = (
    rule("at|by|after|before|from|until|between|and|day|weekday num", _military),
    rule("num unit:hour", _military),
    rule("noonhour", lambda _t, _c: clock(12, 0, fixed=True)),
    rule("halfpast|quarterpast num", _half_past),
    rule("half num", _half_past),
    rule("half|quarter ordinal", _to_hour),
    rule("quarterto num", _to_hour),
    rule("halfto", lambda t, c: _to_hour((t[0], Token("num", t[0].value)), c)),
    rule("num unit:minute ordinal", _minutes_of_hour),
    rule("without num|quarter unit:minute? num unit:hour?", _minutes_to),
    rule("without num|quarter unit:minute? unit:hour", _minutes_to_one),
    rule("num until num", _twenty_to),
    rule("num unit:minute? pastclock num", _minutes_past),
    rule("at|by|after|before|around num unit:minute? until num", _minutes_to_english),
    rule("num num:0 num", _zero_minutes),
    rule("num unit:hour num unit:minute?", _hour_minute),
    rule("at|by|after|before|from|until|notbefore|nolater|around num num", _after_preposition),
    rule("on num num", _on_the_clock),
    rule("at num dash num", _dashed),
    rule("weekday|day|date comma? num num", _beside_day),
    rule("clock|num unit:hour unit:day", _in_daytime),
    rule(f"{_BEFORE_HOUR} unit:hour unit:day?", _one_oclock),
    rule("unit:hour unit:day", _one_oclock),
    rule("num num am|pm", _hour_minute_half),
    rule("clock|num unit:hour? oclock? am|pm|part", _half_of_day),
    rule(f"{_BEFORE_HOUR} clock|num unit:hour? unit:day", _in_daytime),
    rule("unit:hour at|by|on|around|from|before|until|after clock|num", _approximately),
    rule("unit:hour num|clock", _approximately),
    rule("num dash num", _spoken),
    rule("clock|num dash? ish", _roughly),
    rule("num is? toosoon|earlyword", _hour_too_soon),
    rule("unable come num", _hour_refused),
    rule("earliest|latest is? num", _edge_hour),
    rule("clock|num insteadof at? clock|num", _rather),
    rule("at|by|after|before|from|until|notbefore|nolater|around|between|and|on? dotted", _dotted),
)
"""Applied in turn, each over the whole message, so that later ones see the clocks of earlier ones."""
