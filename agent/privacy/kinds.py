"""What a recogniser reports."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, get_args

Kind = Literal["NAME", "PHONE", "EMAIL", "ACCOUNT", "LINK", "DOCUMENT", "CARD", "BIRTHDATE", "ADDRESS", "TEXT"]
"""ACCOUNT is a name at a messenger. TEXT is something that only looks like a placeholder."""
KINDS: tuple[Kind, ...] = get_args(Kind)


@dataclass(frozen=True, slots=True)
class Found:
    """Characters `start` to `end` (exclusive) of a text are personal data of this kind."""

    start: int
    end: int
    kind: Kind


def settled(found: Iterable[Found]) -> list[Found]:
    """By place and without overlaps: those that overlap are one, of the kind that comes first in `found`."""
    ranked = list(enumerate(found))
    result: list[tuple[int, Found]] = []
    for rank, one in sorted(ranked, key=lambda pair: (pair[1].start, pair[0])):
        if result and one.start < result[-1][1].end:
            best, other = result[-1]
            kind = one.kind if rank < best else other.kind
            result[-1] = min(rank, best), Found(other.start, max(one.end, other.end), kind)
        else:
            result.append((rank, one))
    return [one for _, one in result]
