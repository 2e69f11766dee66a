"""Cuts a normalised text into words, numbers, dates in digits and punctuation; knows no language."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_SHAPES = re.compile(
    r"""
      (?P<iso>[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?![0-9]))
    | (?P<phone>\+?[0-9][0-9() -]{8,}[0-9]|[0-9]{5,})
    | (?P<clock>[0-9]{1,2}:[0-9]{2}(?![0-9])|[0-9]{1,2}-(?:00|[3-5][0-9])(?![0-9]|[.,][0-9]))
    | (?P<dotted>[0-9]{1,2}\.[0-9]{1,2}(?:\.[0-9]{4}|\.[0-9]{2})?(?![0-9]))
    | (?P<slashed>[0-9]{1,2}/[0-9]{1,2}(?:/[0-9]{4}|/[0-9]{2})?(?![0-9]))
    | (?P<decimal>[0-9]+[.,/:][0-9]+)
    | (?P<ordinal>[0-9]{1,2}-?(?:st|nd|rd|th|ого|ое|го|ому|му|е)\b)
    | (?P<num>[0-9]+)
    | (?P<word>[ap]\.\s?m\b\.?|[^\W\d_]+(?:'[^\W\d_]+)*)
    | (?P<comma>,)
    | (?P<dash>-)
    | (?P<stop>[.;:!?()\n])
    | (?P<sign>[@&%№])
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of text and its shape: word, num, clock, iso, dotted, slashed, ordinal, comma, stop, dash, …"""

    text: str
    shape: str


def scan(text: str) -> Iterator[Piece]:
    """The pieces of a normalised text, in order; what has no shape is skipped."""
    for match in _SHAPES.finditer(text):
        yield Piece(match.group(), match.lastgroup or "word")
