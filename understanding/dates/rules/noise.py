"""Numbers that are no dates: doses, ages, temperatures, room numbers, how long it hurts, what is past."""

from collections.abc import Sequence

from understanding.dates.atoms import Atom, Bygone
from understanding.dates.rules.engine import Context, as_they_are, rule
from understanding.dates.tokens import Token


def _bygone(_tokens: Sequence[Token], _context: Context) -> Sequence[Atom]:
    return (Bygone(),)


def _noise(tokens: Sequence[Token], _context: Context) -> Sequence[Token]:
    """One token that no rule takes; the cues of what it replaces stay."""
    cues = frozenset[str]().union(*(token.cues for token in tokens))
    return (Token("noise", cues=cues, text=" ".join(token.text for token in tokens)),)


def _counted(tokens: Sequence[Token], context: Context) -> Sequence[Token] | None:
    return _noise(tokens, context) if tokens[-1].cues & {"counted", "counts"} else None


def _labelled(tokens: Sequence[Token], context: Context) -> Sequence[Token] | None:
    return _noise(tokens, context) if "labelled" in tokens[0].cues else None


_ANY_NUMBER = "num|dotted|slashed|decimal|phone|ordinal|clock"


def _lasting(tokens: Sequence[Token], context: Context) -> Sequence[Token] | None:
    """'на 5 дней', 'по 10 минут', while 'в 3 дня' is an hour."""
    return None if tokens[-1].text in ("дня", "дню", "днем") else (tokens[0], *_noise(tokens[1:], context))


def _rated(tokens: Sequence[Token], context: Context) -> Sequence[Token] | None:
    """'pain 8/10'."""
    return _noise(tokens, context) if "trouble" in tokens[0].cues else None


NOISE = (
    rule("street sign? num month|weakmonth?", _noise),
    rule("num month|weakmonth|weekday word", _counted),
    rule("word slashed", _rated),
    rule("cannot slashed", lambda t, c: (t[0], *_noise(t[1:], c))),
    rule("nodate", _noise),
    rule("named month|weakmonth|weekday|day", _noise),
    rule("in|inspan around num", as_they_are),
    rule("until|before|after|by|on|at|around num dash? num? unit:minute|unit:week|unit:month|unit:day", _lasting),
    rule("earliest|latest is? num", as_they_are),
    rule("word|is num ordinal|part|month|weakmonth|dayofmonth|am|pm|unit:hour|oclock", as_they_are),
    rule(f"word|is {_ANY_NUMBER} part|dayofmonth|am|pm|unit:hour", as_they_are),
    rule("num dash num unit:year|unit:month", _noise),
    rule(f"{_ANY_NUMBER} unit:year", _noise),
    rule(f"{_ANY_NUMBER} dash? {_ANY_NUMBER}? word|unit", _counted),
    rule(f"word|unit|is sign? {_ANY_NUMBER} until|dash|on|sign|and num|dotted|decimal", _labelled),
    rule(f"word|unit|is sign|from|dash? {_ANY_NUMBER} month|weakmonth?", _labelled),
    rule("sign num|decimal|dotted", _noise),
)
"""A token pass, before numbers become hours and dates."""

PAST = (
    rule("decimal|phone", _bygone),
    rule(
        "from|since|in|at|on|for|over? last num|couple|several? "
        "weekday|weekdays|unit|weekend|month|weakmonth|part|day|frame num?",
        _bygone,
    ),
    rule("for|over? pastclock num|couple|several unit", _bygone),
    rule("from|since? num|couple|several? num|dash? num? unit ago", _bygone),
    rule("unit|day|weekday|frame ago", _bygone),
    rule(
        "since unit? at|on|in? frame|date|weekday|weekdays|num|part|day|month|weakmonth|unit|clock "
        "part|date|weekday|clock|unit?",
        _bygone,
    ),
    rule("for num|couple|several? num? unit", _bygone),
    rule("from|in|on|at|until|by? pastdate part? until|dash? pastdate|date?", _bygone),
)
