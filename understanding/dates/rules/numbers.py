"""Joins number words ('twenty third') and writes times of day ('half past four', '5 p.m.') as clock tokens."""

from collections.abc import Sequence

from understanding.dates.rules.engine import Context, kinds, rule, values
from understanding.dates.tokens import Clock, Token

_TENS = (20, 30, 40, 50)


def _join(tokens: Sequence[Token], _context: Context) -> Sequence[Token] | None:
    tens, ones = tokens[0], tokens[-1]
    if not (isinstance(tens.value, int) and isinstance(ones.value, int)) or tens.text.isdigit():
        return None
    if tens.value not in _TENS or not 0 < ones.value < 10:
        return None
    return (Token(ones.kind, tens.value + ones.value, tens.cues | ones.cues, f"{tens.text} {ones.text}"),)


JOINED = (
    rule("without num num", lambda t, _c: t),  # 'без двадцати четыре' are two numbers
    rule("num dash? num|ordinal", _join),
)


def _made(hour: int, minute: int, *, fixed: bool = False) -> Sequence[Token] | None:
    if not (0 <= hour < 24 and 0 <= minute < 60):
        return None
    return (Token("clock", Clock(hour, minute, fixed or hour > 12), text="clock"),)


def _hour_of(token: Token) -> tuple[int, int]:
    if isinstance(token.value, Clock):
        return token.value.hour, token.value.minute
    return (token.value, 0) if isinstance(token.value, int) else (99, 0)


def _half_past(tokens: Sequence[Token], _context: Context) -> Sequence[Token] | None:
    minutes = {"halfpast": 30, "half": 30, "quarterpast": 15}[tokens[0].kind]
    return _made(_hour_of(tokens[-1])[0], minutes)


def _to_hour(tokens: Sequence[Token], _context: Context) -> Sequence[Token] | None:
    """Half (or a quarter) of the hour that ends at the number."""
    hour = _hour_of(tokens[-1])[0]
    if not 1 <= hour <= 12:
        return None
    before = 15 if tokens[0].kind == "quarterto" else 30
    return _made((hour - 2) % 12 + 1, 60 - before)


def _minutes_to(tokens: Sequence[Token], _context: Context) -> Sequence[Token] | None:
    hour, _ = _hour_of(tokens[-1])
    minutes = 15 if tokens[1].kind == "quarter" else _hour_of(tokens[1])[0]
    if not (1 <= hour <= 23 and 0 < minutes < 60):
        return None
    return _made((hour - 2) % 12 + 1 if hour <= 12 else hour - 1, 60 - minutes)


def _minutes_past(tokens: Sequence[Token], _context: Context) -> Sequence[Token] | None:
    return _made(_hour_of(tokens[-1])[0], _hour_of(tokens[0])[0])


def _minutes_to_english(tokens: Sequence[Token], context: Context) -> Sequence[Token] | None:
    """'At twenty to four', while 'at two to four' and 'from ten to four' are ranges."""
    if tokens[-2].text != "to" or _hour_of(tokens[1])[0] not in (5, 10, 20, 25):
        return None
    clock = _minutes_to((tokens[-2], tokens[1], tokens[-1]), context)
    return None if clock is None else (tokens[0], *clock)


def _hour_minute(tokens: Sequence[Token], _context: Context) -> Sequence[Token] | None:
    numbers = values(tokens, "num")
    return _made(_hour_of(numbers[0])[0], _hour_of(numbers[1])[0])


def _after_preposition(tokens: Sequence[Token], _context: Context) -> Sequence[Token] | None:
    """'в пять тридцать': the second number must look like minutes."""
    minute = _hour_of(tokens[2])[0]
    clock = _made(_hour_of(tokens[1])[0], minute) if minute >= 10 or tokens[2].text == "00" else None
    return None if clock is None else (tokens[0], *clock)


def _half_of_day(tokens: Sequence[Token], _context: Context) -> Sequence[Token] | None:
    """'5 вечера', '9 a.m.': the half of the day is said."""
    hour, minute = _hour_of(tokens[0])
    if not 0 <= hour <= 12:
        return _made(hour, minute)
    said = tokens[-1].value if tokens[-1].kind == "part" else tokens[-1].kind
    if said in ("am", "morning", "early") or (said == "night" and hour < 6):
        return _made(hour % 12, minute, fixed=True)
    if said in ("pm", "afternoon", "evening", "late_evening", "night"):
        return _made(hour % 12 + 12, minute, fixed=True)
    return None


def _in_daytime(tokens: Sequence[Token], _context: Context) -> Sequence[Token] | None:
    """'в 3 дня' is 15:00, while '3 дня' alone lasts three days."""
    hour, minute = _hour_of(tokens[1])
    if tokens[-1].text != "дня" or not (1 <= hour <= 6 or hour == 12):
        return None
    clock = _made(hour % 12 + 12, minute, fixed=True)
    return None if clock is None else (tokens[0], *clock)


def _one_oclock(tokens: Sequence[Token], _context: Context) -> Sequence[Token] | None:
    """'в час', 'после часа': one o'clock."""
    if tokens[-1].text not in ("час", "часа", "часу"):
        return None
    return (tokens[0], Token("clock", Clock(1), text="clock"))


def _approximately(tokens: Sequence[Token], _context: Context) -> Sequence[Token] | None:
    """'часов в шесть': about six."""
    return (Token("around", text="около"), tokens[-1]) if tokens[0].text in ("часа", "часов", "часам") else None


def _dotted(tokens: Sequence[Token], _context: Context) -> Sequence[Token] | None:
    """'в 10.30': a time where it can be no date, or after 'at'."""
    figure = tokens[-1].value
    if not isinstance(figure, tuple) or len(figure) != 2 or tokens[-1].text[-3] != ".":
        return None
    hour, minute = figure
    as_date = 1 <= hour <= 31 and 1 <= minute <= 12
    at_hour = kinds(tokens[:-1]) & {"at", "around"} and minute % 5 == 0
    if as_date and not at_hour:
        return None
    clock = _made(hour, minute, fixed=hour > 7)
    return None if clock is None else (*tokens[:-1], *clock)


_BEFORE_HOUR = "at|on|by|around|after|before|until|from|notbefore|between|and"

CLOCKS = (
    rule("noonhour", lambda _t, _c: _made(12, 0, fixed=True)),
    rule("halfpast|quarterpast num unit:hour?", lambda t, c: _half_past(t[:2], c)),
    rule("half num", _half_past),
    rule("half ordinal", _to_hour),
    rule("quarterto num", _to_hour),
    rule("halfto", lambda t, _c: _to_hour((t[0], Token("num", t[0].value)), _c)),
    rule("without num|quarter unit:minute? num", _minutes_to),
    rule("num unit:minute? pastclock num", _minutes_past),
    rule("at num unit:minute? until num", _minutes_to_english),
    rule("num unit:hour num unit:minute?", _hour_minute),
    rule("clock|num unit:hour? am|pm|part", _half_of_day),
    rule(f"{_BEFORE_HOUR} clock|num unit:hour? unit:day", _in_daytime),
    rule("at|by|after|before|from|until|notbefore|around num num", _after_preposition),
    rule("unit:hour at|by clock|num", _approximately),
    rule("at|by|after|before|until|from|notbefore|around unit:hour", _one_oclock),
    rule("at|by|after|before|until|from|notbefore|around|between|and? dotted", _dotted),
)
"""Applied in turn, each over the whole message, so that later ones see the clocks of earlier ones."""
