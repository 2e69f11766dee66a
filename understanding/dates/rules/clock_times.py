"""'At 15:30', 'after five', 'from 10 to 12', 'between three and five', 'no later than six'."""

from collections.abc import Sequence

from understanding.dates.atoms import Atom, Hours
from understanding.dates.rules.engine import Context, as_they_are, kinds, rule, values
from understanding.dates.rules.parts_of_day import MINUTES
from understanding.dates.tokens import Clock, Token


def _clock(token: Token) -> Clock | None:
    if isinstance(token.value, Clock):
        return token.value
    if isinstance(token.value, int) and 0 < token.value <= 23:
        return Clock(token.value, 0, fixed=token.value > 12)
    return None


def _hours(relation: str, tokens: Sequence[Token]) -> Sequence[Atom] | None:
    clocks = [_clock(token) for token in values(tokens, "clock", "num")]
    if None in clocks or not clocks:
        return None
    first, *rest = [clock for clock in clocks if clock is not None]
    return (Hours(relation, first, rest[0] if rest else None),)


def _range(tokens: Sequence[Token], _context: Context) -> Sequence[Atom] | None:
    return _hours("between", tokens)


def _written_range(tokens: Sequence[Token], context: Context) -> Sequence[Atom] | None:
    """'10-12' without a preposition: hours only if they could be a clinic's."""
    numbers = [t.value for t in values(tokens, "num") if isinstance(t.value, int)]
    least = 1 if tokens[0].kind in ("at", "by", "around") else 7
    if any(not least <= n <= 22 for n in numbers) or numbers != sorted(numbers):
        return None
    return _range(tokens, context)


def _at(tokens: Sequence[Token], _context: Context) -> Sequence[Atom] | None:
    return _hours("at", tokens)


def _alternatives(tokens: Sequence[Token], _context: Context) -> Sequence[Atom] | None:
    """'At 10 or 11', 'в 10, 11 или 12'."""
    made = [_hours("at", [token]) for token in values(tokens, "clock", "num")]
    if any(one is None for one in made):
        return None
    return tuple(one[0] for one in made if one)


def _around(tokens: Sequence[Token], _context: Context) -> Sequence[Atom] | None:
    return _hours("around", tokens)


def _after(tokens: Sequence[Token], _context: Context) -> Sequence[Atom] | None:
    return _hours("after", tokens)


def _before(tokens: Sequence[Token], _context: Context) -> Sequence[Atom] | None:
    return _hours("before", tokens)


def _on(tokens: Sequence[Token], context: Context) -> Sequence[Atom] | None:
    """'на 15', 'на 5 часов' is an hour; 'на 3' alone could be anything."""
    number = values(tokens, "num", "clock")[0].value
    if "unit" not in kinds(tokens) and not isinstance(number, Clock) and not (isinstance(number, int) and number >= 8):
        return None
    return _at(tokens, context)


def _beside_day(tokens: Sequence[Token], _context: Context) -> Sequence[Token] | None:
    """'завтра на 3', 'пятница 15': a number beside a day is an hour."""
    number = tokens[-1].value
    if not isinstance(number, int) or number > 22 or number < (1 if "on" in kinds(tokens) else 8):
        return None
    return (tokens[0], Token("clock", Clock(number, 0, fixed=number > 12), text="clock"))


def _in_that_hour(tokens: Sequence[Token], _context: Context) -> Sequence[Atom] | None:
    """'в шестом часу': between five and six."""
    hour = tokens[1].value
    if not isinstance(hour, int) or not 1 <= hour <= 12 or not tokens[2].text.startswith("час"):
        return None
    return (Hours("between", Clock(hour - 1 or 12), Clock(hour)),)


def _of_part(token: Token, *, end: bool) -> Clock | None:
    edges = MINUTES.get(str(token.value))
    if edges is None:
        return None
    minute = min(edges[1] if end else edges[0], 24 * 60 - 1)
    return Clock(minute // 60, minute % 60, fixed=True)


def _from_part(tokens: Sequence[Token], _context: Context) -> Sequence[Atom] | None:
    """'с утра до двух', 'from morning till noon'."""
    first, last = values(tokens, "part", "clock", "num")
    begin = _of_part(first, end=False) if first.kind == "part" else _clock(first)
    until_part = last.kind == "part"
    stop = _of_part(last, end=str(last.value) in ("noon", "evening", "night")) if until_part else _clock(last)
    if begin is None or stop is None:
        return None
    return (Hours("between", begin, stop),)


def _until_part(tokens: Sequence[Token], _context: Context) -> Sequence[Atom] | None:
    """'до вечера', 'before the evening'."""
    edge = _of_part(tokens[-1], end=False)
    if edge is None or tokens[-1].value in ("morning", "early", "night"):
        return None
    return (Hours("before", edge),)


def _after_part(tokens: Sequence[Token], _context: Context) -> Sequence[Atom] | None:
    edge = _of_part(tokens[-1], end=True)
    return None if edge is None or tokens[-1].value == "night" else (Hours("after", edge),)


def _not_before_part(tokens: Sequence[Token], _context: Context) -> Sequence[Atom] | None:
    """'не раньше обеда'."""
    edge = _of_part(tokens[-1], end=False)
    return None if edge is None else (Hours("after", edge),)


_TIME = "clock|num"


def _range_beside_day(tokens: Sequence[Token], _context: Context) -> Sequence[Token] | None:
    """'Thursday 3 to 5'."""
    numbers = [token.value for token in values(tokens, "num")]
    if any(not isinstance(n, int) or not 0 < n < 23 for n in numbers):
        return None
    return (tokens[0], Token("from"), *tokens[-3:])


def _either_beside_day(tokens: Sequence[Token], _context: Context) -> Sequence[Token] | None:
    """'Friday 3 or 4'."""
    numbers = [token.value for token in values(tokens, "num")]
    if any(not isinstance(n, int) or not 0 < n <= 12 for n in numbers):
        return None
    return (tokens[0], Token("at"), *tokens[1:])


BESIDE_DAYS = (
    rule("date|weekday|part comma? num dash|until num", _range_beside_day),
    rule("date|weekday num or num", _either_beside_day),
    rule("date|weekday on? num word|unit|dash|until|or|at|oclock|num|month", as_they_are),
    rule("date|weekday comma? on? num", _beside_day),
)
"""A token pass after all dates are found."""

CLOCK_TIMES = (
    rule(
        f"from|between at|around? {_TIME} unit:hour? oclock? until|before|dash|and at|around? {_TIME} unit:hour?",
        _range,
    ),
    rule(f"earliest is? at? {_TIME} oclock|unit:hour?", _after),
    rule(f"latest is? at? {_TIME} oclock|unit:hour?", _before),
    rule(f"{_TIME} at asap", _after),
    rule(f"ends at|around|by|on? {_TIME} oclock|unit:hour?", _after),
    rule(f"after {_TIME} unit:hour? and? before|until {_TIME} unit:hour?", _range),
    rule(f"part and? until|before|dash part|{_TIME}", _from_part),
    rule(f"from part and? until|before|dash part|{_TIME}", _from_part),
    rule(f"from {_TIME} until|before|dash part", _from_part),
    rule(f"at|on|by|around? clock until|dash {_TIME}", _range),
    rule("at|on|by|around? num until|dash clock", _range),
    rule(f"at {_TIME} comma|or {_TIME} comma|or {_TIME}", _alternatives),
    rule(f"at|on {_TIME} or at|on? {_TIME}", _alternatives),
    rule(f"clock or {_TIME}", _alternatives),
    rule("num or clock", _alternatives),
    rule(f"at? around {_TIME} dash {_TIME} unit:hour?", _range),
    rule("num dash num unit:hour", _range),
    rule("at|on|by|around? num dash|until num unit:hour?", _written_range),
    rule(f"at? around at? {_TIME} unit:hour?", _around),
    rule("at ordinal unit:hour", _in_that_hour),
    rule(f"from|at|on? {_TIME} oclock|unit:hour? fromon|onwards", _after),
    rule(f"at|on? {_TIME} oclock|unit:hour? orearlier", _before),
    rule(f"at {_TIME} oclock|unit:hour?", _at),
    rule(f"on {_TIME} unit:hour?", _on),
    rule(f"after|pastclock at? {_TIME} oclock|unit:hour?", _after),
    rule(f"notbefore at? {_TIME} oclock|unit:hour?", _after),
    rule(f"from {_TIME} oclock|unit:hour? on?", _after),
    rule(f"before|until {_TIME} oclock|unit:hour?", _before),
    rule(f"nolater at? {_TIME} oclock|unit:hour?", _before),
    rule(f"by {_TIME} oclock|unit:hour?", _at),
    rule("before|until part", _until_part),
    rule("nolater part", _until_part),
    rule("after part", _after_part),
    rule("notbefore part", _not_before_part),
    rule("clock", _at),
    rule("num oclock", _at),
)
