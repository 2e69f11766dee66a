"""Times of day in import files: '09:00-13:00, 14:00-18:00'; 24:00 is the end of the day."""

import re
from collections.abc import Iterable
from itertools import pairwise

_SPAN = re.compile(r"([0-9]{1,2}):([0-9]{2})\s*[-\u2013\u2014]\s*([0-9]{1,2}):([0-9]{2})")
_OFF = ("off", "no", "none", "false", "-")

Span = tuple[int, int]


def parse_spans(text: str) -> list[Span]:
    """Minutes of the day (start, end), ascending. Raises ValueError for what is no time, or overlaps."""
    spans = sorted(_span(part.strip()) for part in text.split(",") if part.strip())
    for (_, end), (start, _) in pairwise(spans):
        if start < end:
            raise ValueError(f"'{text}' overlaps itself")
    return spans


def format_spans(spans: Iterable[Span]) -> str:
    return ", ".join(f"{start // 60:02}:{start % 60:02}-{end // 60:02}:{end % 60:02}" for start, end in spans)


def _span(part: str) -> Span:
    match = _SPAN.fullmatch(part)
    if match is None:
        hint = "; leave the day out if nobody works on it" if part.lower() in _OFF else ""
        raise ValueError(f"'{part}' is not a span of hours such as 09:00-17:30{hint}")
    hour, minute, end_hour, end_minute = map(int, match.groups())
    start, end = hour * 60 + minute, end_hour * 60 + end_minute
    if minute > 59 or end_minute > 59 or not 0 <= start < end <= 1440:
        raise ValueError(f"'{part}' must begin before it ends, within 00:00-24:00")
    return start, end
