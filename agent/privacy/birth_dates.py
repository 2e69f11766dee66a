"""Dates of birth: a date with a year that is over, or any date after 'родился', 'born'. A wish is neither."""

import re
from collections.abc import Iterator
from datetime import date

from agent.privacy.kinds import Found
from agent.privacy.lexicon import any_of, number_words, words_of
from understanding.morphology import readings

OLDEST = 120
_CUE = re.compile(rf"(?<!\w){any_of('birth_words')}(?!\w)", re.IGNORECASE)
_MONTH = any_of("months")
_DATES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"(?<!\d)(?P<y>\d{4})[-./ ](?P<m>\d{1,2})[-./ ](?P<d>\d{1,2})(?!\d)",
        r"(?<!\d)(?P<d>\d{1,2})\s?[-./ ,]\s?(?P<m>\d{1,2})\s?[-./ ,]\s?(?P<y>\d{4}|\d{2})(?!\d)"
        r"(?:\s?г(?:ода|\.)?(?!\w))?",
        rf"(?<!\d)(?P<d>\d{{1,2}})(?:st|nd|rd|th|-?го|-?е)?[\s.,-]+(?:of\s+)?{_MONTH}[\s.,-]+(?P<y>\d{{4}}|\d{{2}})(?![\d:])"
        r"(?:[\s-]*(?:г(?:ода|оду|\.)?|year)(?!\w))?",
        rf"(?<!\w){_MONTH}[\s.,]+(?P<d>\d{{1,2}})(?:st|nd|rd|th)?[\s.,]+(?P<y>\d{{4}})(?!\d)",
        r"(?<!\d)(?P<y>(?:19|20)\d{2})(?:\s*|-?го\s*)(?:г\.?\s?р\.?|год[а-я]?\s+рожд\w*)(?!\w)",
        r"(?<!\d)(?P<y>\d{2})\s*(?:г\.?\s?р\.?|год[а-я]?\s+рожд\w*)(?!\w)",
        r"(?<!\d)(?P<d>\d{2})(?P<m>\d{2})(?P<y>19\d{2}|20\d{2})(?!\d)",
    )
)
_AFTER_CUE = re.compile(
    rf"[\s:,\-–—(]{{0,3}}(?:(?:был[аи]?|это|у него|у нее|у неё|ребенка|ребёнка|его|её|ее|мой|моя|в|on|is|was|in"
    rf"|the|date|of|birth|:|-|=)\s*[\s:]*){{0,4}}(?P<date>\d{{1,4}}(?:[\s./,-]+(?:\d{{1,4}}|{_MONTH})){{0,2}}"
    rf"(?:\s?г(?:ода|оду|\.)?(?!\w))?"
    rf"|{_MONTH}[\s,]+\d{{1,4}}(?:st|nd|rd|th)?(?:[\s,]+\d{{4}})?)",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")


def birth_dates(text: str, today: date) -> Iterator[Found]:
    """`today`: where the clinic is."""
    for shape in _DATES:
        for found in shape.finditer(text):
            if _is_over(found, today):
                yield Found(found.start(), found.end(), "BIRTHDATE")
    for cue in _CUE.finditer(text):
        if written := _AFTER_CUE.match(text, cue.end()):
            yield Found(*written.span("date"), "BIRTHDATE")
        elif run := _spoken_after(text, cue.end()):
            yield Found(*run, "BIRTHDATE")


def _is_over(found: re.Match[str], today: date) -> bool:
    """Whether a date has a year, is in the past and no older than people get."""
    parts = found.groupdict()
    year = int(parts["y"])
    if year < 100:
        year += today.year // 100 * 100
        year -= 100 if year > today.year + 2 else 0  # a wish is not further away
    if parts.get("d") is None:
        return today.year - OLDEST <= year <= today.year
    month = int(parts["m"]) if parts.get("m") else None
    if month is not None and not (1 <= month <= 12 and 1 <= int(parts["d"]) <= 31):
        return month <= 31 and 1 <= int(parts["d"]) <= 12 and today.year - OLDEST <= year < today.year
    if year == today.year and month is not None:
        return (month, int(parts["d"])) < (today.month, today.day)
    return today.year - OLDEST <= year < today.year


def _spoken_after(text: str, start: int) -> tuple[int, int] | None:
    """Number words and months right after the word that tells of a birth: 'пятого марта восемьдесят пятого'."""
    run: list[re.Match[str]] = []
    for word in _WORD.finditer(text, start):
        gap = text[run[-1].end() if run else start : word.start()]
        if re.search(r"[.!?\n;]", gap) or not _of_a_date(word[0].lower().replace("ё", "е"), begun=bool(run)):
            break
        if run or _is_number(word[0].lower().replace("ё", "е")) or re.fullmatch(_MONTH, word[0], re.IGNORECASE):
            run.append(word)
    return (run[0].start(), run[-1].end()) if run else None


def _of_a_date(word: str, *, begun: bool) -> bool:
    small = {"of", "and", "года", "году"} if begun else words_of("birth_fillers")
    return word in small or _is_number(word) or bool(re.fullmatch(_MONTH, word, re.IGNORECASE))


def _is_number(word: str) -> bool:
    parts = word.split("-")
    if all(part in number_words() or part in words_of("english_ordinals") for part in parts):
        return True
    return any(one.part == "NUMR" or "Anum" in one.grammemes for one in readings(word))
