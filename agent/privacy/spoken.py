"""Phones in words: 'восемь девятьсот шестнадцать сто двадцать три сорок пять шестьдесят семь', 'oh seven seven …'."""

import re
from collections.abc import Iterator

from agent.privacy.kinds import Found
from agent.privacy.lexicon import number_words

FEWEST_DIGITS, FEWEST_WORDS = 7, 5
_WORD = re.compile(r"[^\W\d_]+|\d{1,3}(?!\d)")
_BETWEEN = re.compile(r"[\s,\-–—.]{1,3}(?:и\s|and\s)?")


def spoken_phones(text: str) -> Iterator[Found]:
    """Runs of at least five number words that make seven digits or more; hours and days make fewer."""
    run: list[re.Match[str]] = []
    for word in _WORD.finditer(text):
        follows = bool(run) and _BETWEEN.fullmatch(text, run[-1].end(), word.start())
        if run and not (follows and _value(word[0]) is not None):
            yield from _phone(run)
            run = []
        if _value(word[0]) is not None:
            run.append(word)
    yield from _phone(run)


def _phone(run: list[re.Match[str]]) -> Iterator[Found]:
    spoken = [word for word in run if not word[0].isdigit()]
    if len(run) >= FEWEST_WORDS and spoken and _digits([_value(word[0]) or 0 for word in run]) >= FEWEST_DIGITS:
        yield Found(run[0].start(), run[-1].end(), "PHONE")


def _value(word: str) -> int | None:
    return int(word) if word.isdigit() else number_words().get(word.lower().replace("ё", "е"))


def _digits(values: list[int]) -> int:
    """How many digits the words make: 'сто двадцать три' makes three, 'one two three' too."""
    digits, room = 0, 0
    for value in values:
        size = len(str(value))
        if size <= room and value:
            room = 0 if size == 1 or value < 20 else size - 1
            continue
        digits += size
        room = size - 1 if value and value % 10 == 0 and value != 10 else 0
    return digits
