"""Sentences with the places of their personal data, and how well `find` finds them."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from random import Random

import yaml

from agent.personal import KnownPersonal
from agent.privacy.find import find
from agent.privacy.kinds import Found
from agent.privacy.staff import Staff
from tests.agent.privacy.values import People

FILE = Path(__file__).parent / "sentences.yaml"
TODAY = date(2026, 11, 18)
STAFF = Staff(("Иванова Анна Константиновна", "Петров Олег Ильич"), ("Центр", "Ленина, 1"))
OF_SLOT = {
    "PASSPORT": "DOCUMENT", "OMS": "DOCUMENT", "SNILS": "DOCUMENT", "INN": "DOCUMENT", "CONTRACT": "DOCUMENT",
    "CARDNO": "DOCUMENT", "BANKCARD": "DOCUMENT", "CARD": "DOCUMENT", "SPOKEN": "PHONE", "FIRST": "NAME",
    "FULL": "NAME", "LAST": "NAME", "SHORT": "NAME", "INITIALS": "NAME", "name": "NAME",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Marked:
    text: str
    spans: tuple[tuple[int, int, str], ...]
    """Start, end, kind."""


@dataclass
class Score:
    """By kind: how many values there were, how many of them no letter or digit was left of, what was found too much."""

    there: Counter[str] = field(default_factory=Counter)
    covered: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    wrong: Counter[str] = field(default_factory=Counter)
    missed: list[str] = field(default_factory=list)

    def recall(self, kind: str) -> float:
        return self.covered[kind] / max(1, self.there[kind])

    def precision(self, kind: str) -> float:
        return 1 - self.wrong[kind] / max(1, self.found[kind])


def templates(half: str, language: str) -> list[str]:
    read: dict[str, dict[str, list[str]]] = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    return read[half][language]


def filled(half: str, language: str, times: int, seed: int) -> Iterator[Marked]:
    """Every template of a half, `times` with other values."""
    people = People(half, Random(seed))  # noqa: S311 - repeatable on purpose
    for template in templates(half, language) * times:
        text, spans = "", []
        for n, piece in enumerate(re.split(r"\{([^}]+)\}", template)):
            if n % 2:
                value, slot = people.value(piece, language), piece.partition(":")[0]
                spans.append((len(text), len(text) + len(value), OF_SLOT.get(slot, slot)))
                piece = value
            text += piece
        yield Marked(text, tuple(spans))


def looked_for(text: str) -> list[Found]:
    return find(text, KnownPersonal(), STAFF, TODAY)


def scored(sentences: Sequence[Marked]) -> Score:
    score = Score()
    for one in sentences:
        found = looked_for(one.text)
        hidden = {place for piece in found for place in range(piece.start, piece.end)}
        for start, end, kind in one.spans:
            score.there[kind] += 1
            left = [place for place in range(start, end) if one.text[place].isalnum() and place not in hidden]
            score.covered[kind] += not left
            score.missed += [f"{kind}: {one.text[start:end]!r} in {one.text!r}"] if left else []
        for piece in found:
            kind = OF_SLOT.get(piece.kind, piece.kind)
            score.found[kind] += 1
            if not any(start < piece.end and piece.start < end for start, end, _ in one.spans):
                score.wrong[kind] += 1
                score.missed.append(f"too much, {kind}: {one.text[piece.start : piece.end]!r} in {one.text!r}")
    return score
