"""The knowledge of the data files: what is said, which specialty it leads to, and how clearly.

`specialties/<code>.yaml` has the names of the doctor, and topics with phrases by how clearly they lead there;
`words.yaml` the lists that phrases name, `grammar.yaml` the words around a complaint (denials, senders, children).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from understanding.complaints.pattern import Element, Pattern, is_capitals, listed, pattern
from understanding.complaints.words import written_keys
from understanding.data import read

WEIGHTS: Mapping[str, float] = {"decisive": 16, "certain": 10, "sure": 6, "likely": 3, "maybe": 1}
NAME = 100.0
SPECIALTIES = (
    "cardiologist", "neurologist", "gastroenterologist", "ent", "ophthalmologist", "dermatologist", "surgeon",
    "orthopedist", "urologist", "gynecologist", "endocrinologist", "pulmonologist", "rheumatologist", "allergist",
    "psychiatrist", "dentist", "oncologist", "nephrologist", "infectionist", "proctologist", "pediatrician",
    "therapist",
)  # fmt: skip
"""The codes of the contract; their order decides between equals."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A phrase of a specialty; `weight` tells how clearly it leads there, a doctor's name most clearly."""

    specialty: str
    topic: str
    pattern: Pattern
    weight: float

    @property
    def is_name(self) -> bool:
        return self.weight == NAME


@cache
def entries() -> tuple[Entry, ...]:
    """All entries of both languages: the alphabets differ, so nothing is confused."""
    return tuple(entry for code in SPECIALTIES for entry in _of_specialty(code))


@cache
def lists() -> Mapping[str, list[str]]:
    """The word lists that phrases name: `<болит>`."""
    return {name: words for group in read(__package__, "words.yaml").values() for name, words in group.items()}


@cache
def short_forms() -> Mapping[str, Mapping[str, str]]:
    """Short forms and what they are read as: `always` (maybe as several words), or `cut`, before a dot."""
    table: Mapping[str, Mapping[str, str]] = read(__package__, "short_forms.yaml")
    return table


@cache
def words_of(name: str) -> frozenset[str]:
    """The keys of a list of grammar.yaml: forms and the words behind them."""
    written: list[str] = _grammar()[name]
    exact = name in _BY_FORM
    return frozenset(key for word in written for key in ({word.replace("ё", "е")} if exact else written_keys(word)))


@cache
def well_together() -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    """Pairs of words that say together that something is well: 'живот мягкий'."""
    pairs = (written.split() for written in _grammar()["well_together"])
    return tuple((written_keys(one), written_keys(other)) for one, other in pairs)


_BY_FORM = frozenset({"none", "not", "english_not", "without", "too", "denies"})
"""Lists that are compared with forms as typed, not with the words behind them."""


@cache
def _grammar() -> Mapping[str, Any]:
    table: Mapping[str, Any] = read(__package__, "grammar.yaml")
    return table


@cache
def ordinary_english() -> frozenset[str]:
    """English words that are no slip of a word that the knowledge has."""
    return frozenset(word for line in _grammar()["ordinary_english"] for word in line.split())


@cache
def elements() -> Mapping[str, Element]:
    return {name: listed(name, words) for name, words in lists().items()}


def written_forms() -> set[str]:
    """All Cyrillic forms that the files are written with and that stand for all forms of their word."""
    phrases = (element.written for entry in entries() for part in entry.pattern.parts for element in part.elements)
    in_lists = (word for words in lists().values() for word in words)
    texts = (text for name, written in _grammar().items() if name not in _BY_FORM for text in written)
    around = (word for text in texts for word in text.split())
    whole = (word for word in (*phrases, *in_lists, *around) if not word.startswith(("<", "=")) and word[-1] != "*")
    return {word.lower().replace("ё", "е") for word in whole if not word.isascii() and not is_capitals(word)}


def _of_specialty(code: str) -> Iterator[Entry]:
    file = read(f"{__package__}.specialties", f"{code}.yaml")
    for written in file.pop("names"):
        yield Entry(code, "names", pattern(written, elements()), NAME)
    for disease in file.pop("icd", []):
        yield from (
            Entry(code, "icd", pattern(f"icd-{one}", elements()), WEIGHTS["certain"]) for one in _codes(disease)
        )
    for topic, levels in file.items():
        for level, phrases in levels.items():
            for written in phrases:
                yield Entry(code, topic, pattern(written, elements()), WEIGHTS[level])


def _codes(written: str) -> Iterator[str]:
    """'I20-I25' is six codes."""
    first, _, last = written.partition("-")
    for number in range(int(first[1:]), int((last or first)[1:]) + 1):
        yield f"{first[0]}{number:02}"
