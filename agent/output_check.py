"""What may not reach a patient, whichever model wrote it. A text that fails is never shown."""

import re
from collections.abc import Collection
from datetime import time
from typing import Literal

from agent.disguises import plain, readings_of
from agent.misbehaviour import RefusedText
from agent.never_claimed import claimed_in
from agent.never_said import never_said_in

MAX_LENGTH = 1200
SHORTEST_NAME = 3
LONGEST_NAME = 6
"""Letters; words."""

_MARKUP = re.compile(r"\*\*|__\w|`|^\s*#{1,6} |^\s*[*|] |\]\(|</?[a-zA-Z][^>]*>|&[a-z]+;", re.MULTILINE)
_BOOKED = re.compile(
    r"\bвы (?:уже |теперь )?записан[аы]?\b|\byou(?:'re| are| have been) (?:now )?booked\b", re.IGNORECASE
)
_ODD_SIGN = re.compile(
    "[\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\u202a-\\u202e\\u2066-\\u2069\\ud800-\\udfff\\ue000-\\uf8ff\\ufffd]"
)
"""Controls, turned writing, halves of characters, and what stands for bytes that were none."""
_CLOCK = re.compile(r"(?<![\d:.])([01]?\d|2[0-3]):([0-5]\d)(?![\d:])")
_LETTER = re.compile(r"[^\W\d_]")
_CYRILLIC = re.compile(r"[а-яёА-ЯЁ]")


def check(
    text: str, language: Literal["ru", "en"], *, quoted: Collection[str] = (), appointments_read: bool = False
) -> None:
    """Raises RefusedText, whose message says which rule, not what was said.

    `quoted`: names from the clinic's records, which are judged neither for their alphabet nor for their signs.
    `appointments_read`: the run has read the patient's appointments, so the text may say that they exist.
    """
    _check_shape(text)
    for words in sorted(quoted, key=len, reverse=True):
        text = text.replace(words, " ") if len(words) >= SHORTEST_NAME and _is_a_name(words) else text
    if _MARKUP.search(text):
        raise RefusedText("markup")
    simple = plain(text)
    if not appointments_read and _BOOKED.search(simple):
        raise RefusedText("a claim that a visit is booked")
    for reading in dict.fromkeys(readings_of(text)):
        if (rule := claimed_in(reading)) is not None:
            raise RefusedText(rule)
        if never_said_in(reading):
            raise RefusedText("a disease, a drug or a treatment")
    if not speaks(text, language):
        raise RefusedText("another language")


def _check_shape(text: str) -> None:
    if not text.strip():
        raise RefusedText("nothing said")
    if len(text) > MAX_LENGTH:
        raise RefusedText("too long")
    if _ODD_SIGN.search(text):
        raise RefusedText("odd signs")


def _is_a_name(words: str) -> bool:
    """Whether a value from the clinic's records is no more than that: whole sentences in it are judged as said."""
    return len(words.split()) <= LONGEST_NAME or not (claimed_in(plain(words)) or never_said_in(plain(words)))


def speaks(text: str, language: Literal["ru", "en"]) -> bool:
    """Whether most letters are of the language's alphabet (names and addresses may be of the other)."""
    letters = len(_LETTER.findall(text))
    cyrillic = len(_CYRILLIC.findall(text))
    return not letters or (2 * cyrillic >= letters if language == "ru" else 2 * cyrillic <= letters)


def clocks_in(text: str) -> list[frozenset[time]]:
    """The times of day that a text writes as ``17:30`` or ``5:30``: each as what it may mean."""
    return [_meanings(int(hour), int(minute)) for hour, minute in _CLOCK.findall(text)]


def _meanings(hour: int, minute: int) -> frozenset[time]:
    """Up to 12 o'clock it may be before or after noon: 'a.m.' and 'вечера' are spelt in too many ways to read."""
    return frozenset({time(hour, minute), time((hour + 12) % 24, minute)} if hour <= 12 else {time(hour, minute)})


def check_times(text: str, known: Collection[time]) -> None:
    """Raises RefusedText if the text names a time of day that is not among `known`."""
    if any(meanings.isdisjoint(known) for meanings in clocks_in(text)):
        raise RefusedText("a time that nobody named")
