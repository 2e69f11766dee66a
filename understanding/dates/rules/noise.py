"""Numbers that are no dates: doses, ages, temperatures, room numbers, how long it hurts, what is past."""

from collections.abc import Sequence

from understanding.dates.atoms import Atom, Bygone
from understanding.dates.rules.engine import Context, rule
from understanding.dates.tokens import Token


def _bygone(_tokens: Sequence[Token], _context: Context) -> Sequence[Atom]:
    return (Bygone(),)


def _noise(tokens: Sequence[Token], _context: Context) -> Sequence[Token]:
    """One token that no rule takes; the cues of what it replaces stay."""
    cues = frozenset().union(*(token.cues for token in tokens))
    return (Token("noise", cues=cues, text=" ".join(token.text for token in tokens)),)


def _counted(tokens: Sequence[Token], context: Context) -> Sequence[Token] | None:
    return _noise(tokens, context) if "counted" in tokens[-1].cues else None


def _labelled(tokens: Sequence[Token], context: Context) -> Sequence[Token] | None:
    return _noise(tokens, context) if "labelled" in tokens[0].cues else None


def _as_is(tokens: Sequence[Token], _context: Context) -> Sequence[Token] | None:
    return tokens


_ANY_NUMBER = "num|dotted|slashed|decimal|phone|ordinal"

NOISE = (
    rule(f"word {_ANY_NUMBER} part|month|weakmonth|dayofmonth|am|pm|unit:hour", _as_is),
    rule("num dash num unit:year|unit:month", _noise),
    rule(f"{_ANY_NUMBER} unit:year", _noise),
    rule(f"{_ANY_NUMBER} word|unit", _counted),
    rule(f"word|unit sign? {_ANY_NUMBER} until|dash|on {_ANY_NUMBER}", _labelled),
    rule(f"word|unit sign? {_ANY_NUMBER}", _labelled),
)
"""A token pass, before numbers become hours and dates."""

PAST = (
    rule("decimal|phone", _bygone),
    rule("lastweek", _bygone),
    rule("from|since|in|at|on? last|pastclock weekday|unit|weekend|month|part|day num?", _bygone),
    rule("from|since? num|couple|several? unit ago", _bygone),
    rule("since unit? at|on? date|weekday|num|part|day|month|unit|clock part|date|weekday|clock|unit?", _bygone),
    rule("for num|couple|several? num? unit", _bygone),
    rule("from|in|on? pastdate part? until? pastdate?", _bygone),
)
