"""What may not reach a patient, whichever model wrote it. A text that fails is never shown."""

import re
from collections.abc import Collection
from datetime import time
from functools import cache
from pathlib import Path
from typing import Literal

import yaml

from agent.misbehaviour import RefusedText

NEVER_SAID = Path(__file__).parent / "policy" / "never_said.yaml"
MAX_LENGTH = 1200
SHORTEST_NAME = 3

_MARKUP = re.compile(r"\*\*|__\w|`|^\s*#{1,6} |^\s*[*|] |\]\(|</?[a-zA-Z][^>]*>|&[a-z]+;", re.MULTILINE)
_LINK = re.compile(r"https?://|www\.|t\.me/", re.IGNORECASE)
_PERCENTAGE = re.compile(r"\d\s?%|%|процент|\bper ?cent", re.IGNORECASE)
_DOSE = re.compile(r"\d\s?(?:мг|мл|mg|ml)\b|\d\s?(?:таблет|капсул|tablet|pill|capsule)", re.IGNORECASE)
_DIAGNOSIS = re.compile(
    r"\bу вас (?:скорее всего|вероятно|похоже|возможно|наверняка)\b|\b(?:ваш|предварительный) диагноз\b"
    r"|\byou (?:probably|likely|most likely|might|may|seem to) have (?!(?:an? |the )?(?:appointment|visit|question))\w"
    r"|\byour diagnosis\b",
    re.IGNORECASE,
)
_BOOKED_BY_ME = re.compile(
    r"(?<!не )\b(?:записал|записала|забронировал|забронировала|перенесла|перенёс|перенес|отменил|отменила)\b"
    r"|\b(?:запись|визит|приём|прием) (?:подтвержд|оформлен|создан|забронирован|отмен[её]н|перенес[её]н)"
    r"|\bI(?:'ve| have)? (?:just )?(?:booked|scheduled|reserved|cancell?ed|rescheduled)\b"
    r"|\b(?:booking|appointment|visit) (?:is|has been|was) (?:confirmed|booked|made|cancell?ed|scheduled)\b",
    re.IGNORECASE,
)
_BOOKED = re.compile(
    r"\bвы (?:уже |теперь )?записан[аы]?\b|\byou(?:'re| are| have been) (?:now )?booked\b", re.IGNORECASE
)
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
    if not text.strip():
        raise RefusedText("nothing said")
    if len(text) > MAX_LENGTH:
        raise RefusedText("too long")
    for words in sorted(quoted, key=len, reverse=True):
        text = text.replace(words, " ") if len(words) >= SHORTEST_NAME else text
    rules = [
        ("markup", _MARKUP),
        ("a link", _LINK),
        ("a percentage", _PERCENTAGE),
        ("a dose", _DOSE),
        ("a diagnosis", _DIAGNOSIS),
        ("a disease or a drug", _never_said()),
        ("a claim to have booked", _BOOKED_BY_ME),
    ]
    for rule, pattern in rules if appointments_read else [*rules, ("a claim that a visit is booked", _BOOKED)]:
        if pattern.search(text):
            raise RefusedText(rule)
    if not speaks(text, language):
        raise RefusedText("another language")


@cache
def _never_said() -> re.Pattern[str]:
    """The words of policy/never_said.yaml, in both languages."""
    lists: dict[str, dict[str, list[str]]] = yaml.safe_load(NEVER_SAID.read_text(encoding="utf-8"))
    words = [word for kinds in lists.values() for language in kinds.values() for word in language]
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})", re.IGNORECASE)


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
