"""The grammar: token passes that rewrite tokens, then one pass that finds atoms. Order is meaning: first match wins."""

from collections.abc import Sequence

from understanding.dates.atoms import Atom
from understanding.dates.rules.calendar import DATES, LARGE_NUMBERS
from understanding.dates.rules.clock_times import BESIDE_DAYS, CLOCK_TIMES
from understanding.dates.rules.day_ranges import DAY_RANGES
from understanding.dates.rules.ellipsis import moved, not_but, spelled_out
from understanding.dates.rules.engine import Context, Rules, kinds, rule
from understanding.dates.rules.frames import TIME_SPANS
from understanding.dates.rules.month_parts import MONTH_PARTS
from understanding.dates.rules.noise import NOISE, PAST
from understanding.dates.rules.numbers import CLOCKS, JOINED
from understanding.dates.rules.parts_of_day import PARTS_OF_DAY
from understanding.dates.rules.weekdays import BARE_WEEKDAYS, WEAK_WEEKDAYS, WEEKDAY_DATES, WEEKDAY_RUNS
from understanding.dates.tokens import Token

_PASSES: tuple[Rules[Token], ...] = (
    Rules(JOINED),
    Rules(NOISE),
    *(Rules((clock,)) for clock in CLOCKS),
    Rules(WEAK_WEEKDAYS),
    Rules(DATES),
    Rules(LARGE_NUMBERS),
    Rules(TIME_SPANS),
    Rules(WEEKDAY_DATES),
    Rules(MONTH_PARTS),
    Rules(BESIDE_DAYS),
)
_GRAMMAR: Rules[Atom] = Rules(
    (*PAST, *WEEKDAY_RUNS, *DAY_RANGES, *BARE_WEEKDAYS, *CLOCK_TIMES, *PARTS_OF_DAY),
)

_NOT_THIS_BUT_THAT = Rules((rule("not at|on? date|weekday dash date|weekday", not_but),))

Item = Token | Atom
"""What a message consists of after the grammar: atoms, and between them the tokens that no rule took."""


def read(tokens: Sequence[Token], context: Context) -> list[Item]:
    """The atoms of a message in order, with the tokens in between."""
    present = kinds(tokens)
    for rules in _PASSES:
        if not rules.none_for(present):
            tokens = _rewrite(tokens, rules, context)
            present = kinds(tokens)
    tokens = _rewrite(tokens, _NOT_THIS_BUT_THAT, context)
    tokens = moved(spelled_out(tokens, context))
    items: list[Item] = []
    at = 0
    while at < len(tokens):
        found = _GRAMMAR.match(tokens, at, context)
        items.extend(found[0] if found else (tokens[at],))
        at += found[1] if found else 1
    return items


def _rewrite(tokens: Sequence[Token], rules: Rules[Token], context: Context) -> list[Token]:
    rewritten: list[Token] = []
    at = 0
    while at < len(tokens):
        found = rules.match(tokens, at, context)
        rewritten.extend(found[0] if found else (tokens[at],))
        at += found[1] if found else 1
    return rewritten
