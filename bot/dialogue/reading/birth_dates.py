"""A birth date as people type it: day first, or the year first; months by number or by name."""

import re
from collections.abc import Iterator
from datetime import date

from bot.dialogue.reading.lexicon import lexicon
from bot.texts import LANGUAGES

ADULT = 18
"""Years."""
OLDEST = 120
_YEAR_FIRST = re.compile(r"\b(\d{4})[-./ ](\d{1,2})[-./ ](\d{1,2})\b")
_DAY_FIRST = re.compile(r"\b(\d{1,2})\s*[-./, ]\s*(\d{1,2})\s*[-./, ]\s*(\d{4}|\d{2})\b")
_RUN_TOGETHER = re.compile(r"\b(\d{2})(\d{2})(\d{4})\b")
_NAMED = re.compile(r"\b(\d{1,2})(?:st|nd|rd|th)?[\s.,-]+(?:of\s+)?([^\W\d_]{3,})[\s.,-]+(\d{4}|\d{2})\b")
_NAME_FIRST = re.compile(r"\b([^\W\d_]{3,})[\s.,]+(\d{1,2})(?:st|nd|rd|th)?[\s.,]+(\d{4})\b")


def birth_date_in(text: str, today: date) -> tuple[date, str] | None:
    """The first date that exists, is not in the future and not older than 120 years; and the text without it."""
    lower = text.lower()
    for begin, end, day in _candidates(lower, today):
        if day <= today and today.year - day.year <= OLDEST:
            return day, f"{text[:begin]} {text[end:]}" if len(lower) == len(text) else ""
    return None


def age(born: date, today: date) -> int:
    """In whole years."""
    return today.year - born.year - ((today.month, today.day) < (born.month, born.day))


def _candidates(text: str, today: date) -> Iterator[tuple[int, int, date]]:
    for pattern, order in ((_YEAR_FIRST, (0, 1, 2)), (_DAY_FIRST, (2, 1, 0)), (_RUN_TOGETHER, (2, 1, 0))):
        for found in pattern.finditer(text):
            year, month, day = (found.groups()[place] for place in order)
            yield from _day(found, year, int(month), day, today)
    for found in _NAMED.finditer(text):
        yield from _day(found, found[3], _month(found[2]), found[1], today)
    for found in _NAME_FIRST.finditer(text):
        yield from _day(found, found[3], _month(found[1]), found[2], today)


def _day(found: re.Match[str], year: str, month: int, day: str, today: date) -> Iterator[tuple[int, int, date]]:
    try:
        yield found.start(), found.end(), date(_full(year, today), month, int(day))
    except ValueError:
        return


def _full(year: str, today: date) -> int:
    """Two digits are the newest such year that is not in the future."""
    if len(year) == 4:
        return int(year)
    century = today.year // 100 * 100
    return century + int(year) if century + int(year) <= today.year else century - 100 + int(year)


def _month(word: str) -> int:
    """1 to 12, 0 if the word is no month in any of our languages."""
    for language in LANGUAGES:
        for number, beginning in enumerate(lexicon(language)["months"], start=1):
            if any(word.startswith(form) for form in beginning.split("/")):
                return number
    return 0
