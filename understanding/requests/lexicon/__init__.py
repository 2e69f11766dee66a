"""The words and patterns of requests, of both languages at once: patients mix them."""

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml

from understanding.spelling import Speller

FILES = ("ru.yaml", "en.yaml")


@dataclass(frozen=True)
class Lexicon:
    """What the data files say."""

    patterns: dict[str, re.Pattern[str]]
    """By what they mean; over normalised text."""
    lists: dict[str, tuple[frozenset[str], tuple[str, ...]]]
    languages: dict[str, re.Pattern[str]]
    """How a doctor's language is asked for, by its ISO 639-1 code."""
    ordinals: dict[int, re.Pattern[str]]
    """1, 2, ... and -1 for the last one."""
    generic: frozenset[str]
    """Words of a branch's name or address that tell nothing apart."""
    speller: Speller

    def means(self, name: str, said: str) -> bool:
        """Whether a normalised text says this."""
        return bool(self.patterns[name].search(said))

    def words(self, name: str) -> tuple[frozenset[str], tuple[str, ...]]:
        """A list's exact words, and its beginnings of words."""
        return self.lists[name]


@cache
def lexicon() -> Lexicon:
    """Read once."""
    read = [yaml.safe_load(files(__package__).joinpath(name).read_text(encoding="utf-8")) for name in FILES]
    return Lexicon(
        patterns={name: _pattern(read, "patterns", name) for name in read[0]["patterns"]},
        lists={name: _words([word for one in read for word in one["lists"][name]]) for name in read[0]["lists"]},
        languages={code: _language(read, code) for code in read[0]["languages"]},
        ordinals={number: _pattern(read, "ordinals", number) for number in read[0]["ordinals"]},
        generic=frozenset(word for one in read for word in one["generic"]),
        speller=Speller(word for one in read for word in one["spelling"]),
    )


def _pattern(read: list[dict[str, dict[object, list[str]]]], group: str, name: object) -> re.Pattern[str]:
    """The patterns of both languages as one; <doctor> stands for that language's words for a doctor."""
    written = [
        f"(?:{pattern.replace('<doctor>', '(?:' + '|'.join(one['macros']['doctor']) + ')')})"
        for one in read
        for pattern in one[group][name]
    ]
    return re.compile("|".join(written)) if written else re.compile(r"(?!)")


def _language(read: list[dict[str, dict[object, list[str]]]], code: str) -> re.Pattern[str]:
    shapes = [
        f"(?:{shape.replace('<language>', '(?:' + '|'.join(one['languages'][code]) + ')')})"
        for one in read
        for shape in one["shapes"]["language"]
    ]
    return re.compile("|".join(shapes))


def _words(written: list[str]) -> tuple[frozenset[str], tuple[str, ...]]:
    exact = frozenset(word for word in written if not word.endswith("*"))
    return exact, tuple(word.removesuffix("*") for word in written if word.endswith("*"))
