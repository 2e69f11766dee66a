"""'At 15:30', 'after five', 'from 10 to 12', 'between three and five', 'no later than six'."""

from collections.abc import Sequence

from understanding.dates.atoms import Atom, Hours
from understanding.dates.rules.engine import Context, kinds, rule, values
from understanding.dates.tokens import Clock, Token


def _clock(token: Token) -> Clock | None:
    if isinstance(token.value, Clock):
        return token.value
    if isinstance(token.value, int) and 1 <= token.value <= 23:
        return Clock(token.value, 0, fixed=token.value > 12)
    return None


def _hours(relation: str, tokens: Sequence[Token]) -> Sequence[Atom] | None:
    clocks = [_clock(token) for token in values(tokens, "clock", "num")]
    if None in clocks:
        return None
    first, *rest = [clock for clock in clocks if clock is not None]
    return (Hours(relation, first, rest[0] if rest else None),)


def _range(tokens: Sequence[Token], _context: Context) -> Sequence[Atom] | None:
    return _hours("between", tokens)


def _written_range(tokens: Sequence[Token], context: Context) -> Sequence[Atom] | None:
    """'10-12' without a preposition: hours only if they could be a clinic's."""
    numbers = [t.value for t in values(tokens, "num") if isinstance(t.value, int)]
    if any(not 7 <= n <= 22 for n in numbers) or numbers != sorted(numbers):
        return None
    return _range(tokens, context)


def _at(tokens: Sequence[Token], _context: Context) -> Sequence[Atom] | None:
    return _hours("at", tokens)


def _alternatives(tokens: Sequence[Token], _context: Context) -> Sequence[Atom] | None:
    """'At 10 or 11'."""
    first, second = (_hours("at", [token]) for token in values(tokens, "clock", "num"))
    return None if first is None or second is None else (*first, *second)


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


CLOCK_TIMES = (
    rule("from|between clock|num unit:hour? until|before|dash|and clock|num unit:hour?", _range),
    rule("at? clock until|dash clock|num", _range),
    rule("at? num until|dash clock", _range),
    rule("at clock|num or clock|num", _alternatives),
    rule("at? around clock|num dash clock|num unit:hour?", _range),
    rule("num dash num unit:hour", _range),
    rule("num dash|until num unit:hour?", _written_range),
    rule("at? around clock|num unit:hour?", _around),
    rule("at clock|num oclock|unit:hour?", _at),
    rule("on clock|num unit:hour?", _on),
    rule("after|pastclock clock|num oclock|unit:hour?", _after),
    rule("notbefore clock|num oclock|unit:hour?", _after),
    rule("from clock|num oclock|unit:hour? on?", _after),
    rule("before|until clock|num oclock|unit:hour?", _before),
    rule("by clock|num oclock|unit:hour?", _before),
    rule("clock", _at),
    rule("num oclock", _at),
)
