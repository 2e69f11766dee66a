"""Cuts a normalised text into words, numbers, dates in digits and punctuation; knows hardly any language."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_SHAPES = re.compile(
    r"""
      (?P<iso>[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?![0-9]))
    | (?P<dashed>[0-9]{1,2}-[0-9]{1,2}-(?:20)[0-9]{2}(?![0-9]))
    | (?P<phone>\+?[0-9][0-9() -]{8,}[0-9]|[0-9]{2,3}-[0-9]{2}-[0-9]{2}(?![0-9])|[0-9]{5,})
    | (?P<clock>[0-9]{1,2}:[0-9]{2}(?![0-9])|[0-9]{1,2}-(?:00|[3-5][05])(?![0-9]|[.,][0-9]))
    | (?P<dotted>[0-9]{1,2}\.[0-9]{1,2}(?:\.[0-9]{4}|\.[0-9]{2})?(?![0-9]))
    | (?P<slashed>[0-9]{1,2}/[0-9]{1,2}(?:/[0-9]{4}|/[0-9]{2})?(?![0-9]))
    | (?P<decimal>[0-9]+[.,/:][0-9]+)
    | (?P<ordinal>[0-9]{1,2}-?(?:st|nd|rd|th|ого|ое|го|ому|му|ье|ом|ей|ая|ую|ой|ый|е|я|й|ю)\b)
    | (?P<cardinal>[0-9]{1,2}-?(?:ти|ть|тью|мью|ми|х)\b)
    | (?P<num>[0-9]+)
    | (?P<word>[ap]\.\s?m\b\.?|[^\W\d_]+(?:'[^\W\d_]+)*)
    | (?P<comma>,)
    | (?P<dash>-)
    | (?P<stop>[.;!?()\n])
    | (?P<sign>[@&%№/+])
    """,
    re.VERBOSE,
)
_ABBREVIATED = re.compile(
    r"\b(пн|пон|понед|вт|вторн|ср|чт|чет|четв|пт|пятн|сб|суб|вс|воскр|янв|фев|апр|авг|сен|сент|окт|нояб|ноя|дек|"
    r"след|ближ|нач|сер|кон|нед|ч|час|мин|утр|веч|ул|д|кв|каб|корп|стр|оф|эт|тел|г|гг|"
    r"mon|tue|tues|wed|weds|thu|thur|thurs|fri|sat|sun|jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec|"
    r"appt|approx|dr|mr|mrs|ms|st|tel|apt|min|hr|hrs)\.(?=\s|,|[0-9]|$)"
)
"""Their stop ends a word, not a sentence."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of text and its shape: word, num, clock, iso, dotted, slashed, ordinal, comma, stop, dash, …"""

    text: str
    shape: str


def scan(text: str) -> Iterator[Piece]:
    """The pieces of a normalised text, in order; what has no shape is skipped."""
    for match in _SHAPES.finditer(_ABBREVIATED.sub(r"\1 ", text)):
        yield Piece(match.group(), match.lastgroup or "word")
