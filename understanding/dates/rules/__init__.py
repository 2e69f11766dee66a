"""The grammar: token passes that rewrite tokens, then one pass that finds atoms. Order is meaning: first match wins."""

from collections.abc import Sequence

from understanding.dates.atoms import Atom
from understanding.dates.rules.calendar import DATES
from understanding.dates.rules.clock_times import CLOCK_TIMES
from understanding.dates.rules.day_ranges import DAY_RANGES
from understanding.dates.rules.engine import Context, Rule
from understanding.dates.rules.noise import NOISE, PAST
from understanding.dates.rules.numbers import CLOCKS, JOINED
from understanding.dates.rules.parts_of_day import PARTS_OF_DAY
from understanding.dates.rules.relative_days import RELATIVE_DAYS
from understanding.dates.rules.weekdays import BARE_WEEKDAYS, WEAK_WEEKDAYS, WEEKDAY_PHRASES
from understanding.dates.tokens import Token

_PASSES: tuple[tuple[Rule[Token], ...], ...] = (NOISE, JOINED, *((clock,) for clock in CLOCKS), WEAK_WEEKDAYS, DATES)
_GRAMMAR: tuple[Rule[Atom], ...] = (
    *PAST,
    *RELATIVE_DAYS,
    *WEEKDAY_PHRASES,
    *DAY_RANGES,
    *BARE_WEEKDAYS,
    *CLOCK_TIMES,
    *PARTS_OF_DAY,
)

Item = Token | Atom
"""What a message consists of after the grammar: atoms, and between them the tokens that no rule took."""


def read(tokens: Sequence[Token], context: Context) -> list[Item]:
    """The atoms of a message in order, with the tokens in between."""
    for rules in _PASSES:
        tokens = _rewrite(tokens, rules, context)
    items: list[Item] = []
    at = 0
    while at < len(tokens):
        found = next((hit for rule in _GRAMMAR if (hit := rule.match(tokens, at, context))), None)
        items.extend(found[0] if found else (tokens[at],))
        at += found[1] if found else 1
    return items


def _rewrite(tokens: Sequence[Token], rules: Sequence[Rule[Token]], context: Context) -> list[Token]:
    rewritten: list[Token] = []
    at = 0
    while at < len(tokens):
        found = next((hit for rule in rules if (hit := rule.match(tokens, at, context))), None)
        rewritten.extend(found[0] if found else (tokens[at],))
        at += found[1] if found else 1
    return rewritten
