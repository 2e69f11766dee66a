"""Rules over tokens: a pattern of kinds and a function that builds what it means."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Generic, TypeVar

from understanding.dates.tokens import Token

Made = TypeVar("Made", covariant=True)
"""What a rule makes: tokens (a rewriting pass) or atoms."""


@dataclass(frozen=True, slots=True)
class Context:
    """What a rule may know beside the tokens it matched."""

    reference: datetime
    month_first: bool
    """Whether 1/2 may be the second of January."""

    @property
    def today(self) -> date:
        return self.reference.date()

    def day(self, offset: int) -> date:
        """Today and so many days; far away it stops at the calendar's end."""
        return self.today + timedelta(days=max(-36_500, min(offset, 36_500)))


@dataclass(frozen=True, slots=True)
class Step:
    """One place of a pattern: which kinds (or kind:value) fit, and whether it may be absent."""

    choices: frozenset[str]
    optional: bool

    def fits(self, token: Token) -> bool:
        return token.kind in self.choices or f"{token.kind}:{token.value}" in self.choices


@dataclass(frozen=True, slots=True)
class Rule(Generic[Made]):
    """`build` gets the matched tokens and may decline with None."""

    steps: tuple[Step, ...]
    build: Callable[[Sequence[Token], Context], Sequence[Made] | None]

    @property
    def begins(self) -> frozenset[str]:
        """The kinds of token that a match may begin with."""
        kinds: set[str] = set()
        for step in self.steps:
            kinds |= {choice.partition(":")[0] for choice in step.choices}
            if not step.optional:
                break
        return frozenset(kinds)

    def match(self, tokens: Sequence[Token], at: int, context: Context) -> tuple[Sequence[Made], int] | None:
        """What the tokens from `at` on mean, and how many were used; None if they do not fit."""
        here = at
        for step in self.steps:
            if here < len(tokens) and step.fits(tokens[here]):
                here += 1
            elif not step.optional:
                return None
        if here == at:
            return None
        made = self.build(tokens[at:here], context)
        return None if made is None else (made, here - at)


class Rules(Generic[Made]):
    """Rules in order, the first match wins; looked up by the kind that a match begins with."""

    def __init__(self, rules: Iterable[Rule[Made]]) -> None:
        self._by_kind: dict[str, list[Rule[Made]]] = {}
        for one in rules:
            for kind in one.begins:
                self._by_kind.setdefault(kind, []).append(one)

    def none_for(self, kinds: set[str]) -> bool:
        """Whether no rule begins with any of these kinds."""
        return self._by_kind.keys().isdisjoint(kinds)

    def match(self, tokens: Sequence[Token], at: int, context: Context) -> tuple[Sequence[Made], int] | None:
        """As a rule's `match`."""
        for one in self._by_kind.get(tokens[at].kind, ()):
            if (found := one.match(tokens, at, context)) is not None:
                return found
        return None


def rule(pattern: str, build: Callable[[Sequence[Token], Context], Sequence[Made] | None]) -> Rule[Made]:
    """A rule from a pattern such as 'from clock|num unit:hour? before clock|num': kinds, choices, '?' may be absent."""
    steps = (Step(frozenset(word.removesuffix("?").split("|")), word.endswith("?")) for word in pattern.split())
    return Rule(tuple(steps), build)


def number(tokens: Sequence[Token], kind: str, default: int) -> int:
    """The first value of that kind among the tokens, if it is a number."""
    return next((token.value for token in tokens if token.kind == kind and isinstance(token.value, int)), default)


def kinds(tokens: Sequence[Token]) -> set[str]:
    """The kinds of the tokens."""
    return {token.kind for token in tokens}


def values(tokens: Sequence[Token], *wanted: str) -> list[Token]:
    """The tokens of the wanted kinds, in order."""
    return [token for token in tokens if token.kind in wanted]


def as_they_are(tokens: Sequence[Token], _context: Context) -> Sequence[Token]:
    """Leaves tokens alone, so that no later rule of the pass takes them."""
    return tokens
