"""A message cut into clauses: at commas, stops and words like 'but'."""

from collections.abc import Sequence
from dataclasses import dataclass

from understanding.dates.atoms import Atom, Bygone
from understanding.dates.rules import Item
from understanding.dates.tokens import Token

_BORDERS = ("comma", "stop", "but")


@dataclass(frozen=True, slots=True)
class Clause:
    """The items of a clause, without its borders. `before` and `after`: the tokens at its borders, if any."""

    items: tuple[Item, ...]
    before: Token | None = None
    after: Token | None = None

    @property
    def begins(self) -> str:
        """What stands before it: comma, stop, but, or nothing."""
        return self.before.kind if self.before else ""

    @property
    def asks(self) -> bool:
        """Whether it ends with a question mark."""
        return self.after is not None and self.after.text == "?"

    @property
    def tokens(self) -> list[Token]:
        return [item for item in self.items if isinstance(item, Token)]

    def atoms(self) -> dict[int, Atom]:
        """The atoms by their place, what is past left out."""
        return {i: item for i, item in enumerate(self.items) if not isinstance(item, Token | Bygone)}

    def has(self, *kinds: str) -> bool:
        """Whether it has a token of one of the kinds."""
        return any(token.kind in kinds for token in self.tokens)


def clauses(items: Sequence[Item]) -> list[Clause]:
    """The clauses of a message, in order; empty ones are left out, the stronger of their borders stays."""
    result: list[Clause] = []
    held: list[Item] = []
    before: Token | None = None
    for item in items:
        if not (isinstance(item, Token) and item.kind in _BORDERS):
            held.append(item)
            continue
        if held:
            result.append(Clause(tuple(held), before, item))
            before = item
        elif before is None or before.kind == "comma":
            before = item
        held = []
    if held:
        result.append(Clause(tuple(held), before))
    return result
