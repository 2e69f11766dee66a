"""The knowledge of the data files: which phrases lead to which specialty, and how clearly."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from understanding.data import read
from understanding.phrases import Phrase, phrase

WEIGHTS: Mapping[str, int] = {"names": 100, "sure": 5, "likely": 3, "maybe": 1}
LANGUAGES = ("ru", "en")


@dataclass(frozen=True, slots=True)
class Entry:
    """A phrase of a specialty; `weight` tells how clearly it leads there, a doctor's name most clearly."""

    specialty: str
    phrase: Phrase
    weight: int

    @property
    def is_name(self) -> bool:
        return self.weight == WEIGHTS["names"]


@cache
def entries() -> tuple[Entry, ...]:
    """All entries of both languages, read once: the alphabets differ, so nothing is confused."""
    return tuple(entry for lang in LANGUAGES for entry in _of_language(lang))


@cache
def specialties() -> tuple[str, ...]:
    """The codes, in the order that decides between equals."""
    return tuple(dict.fromkeys(entry.specialty for entry in entries()))


@cache
def children() -> tuple[Phrase, ...]:
    """Words that tell that the patient is a child."""
    lists = {lang: read(__package__, f"{lang}.yaml")["_lists"] for lang in LANGUAGES}
    return (phrase("<ребенок>", lists["ru"]), phrase("<child>", lists["en"]))


def _of_language(lang: str) -> Iterator[Entry]:
    table = read(__package__, f"{lang}.yaml")
    lists = table.pop("_lists")
    for specialty, kinds in table.items():
        for kind, written in kinds.items():
            for one in written:
                yield Entry(specialty, phrase(one, lists), WEIGHTS[kind])
