"""The forms that a part of a name takes: 'Соколова', 'Соколовой', 'Соколову'."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from understanding.morphology import name_forms
from understanding.requests.clinic import Gender
from understanding.requests.names.endings import cases_by_ending
from understanding.requests.names.keys import key
from understanding.text import normalise

Kind = Literal["given", "surname"]
NOMINATIVE = "nomn"
_GIVEN = frozenset({"Name", "Patr"})
_SURNAME = frozenset({"Surn"})
_WORDS = frozenset({"ADJF", "NOUN"})
"""A surname that the dictionary knows as a word only: 'Речная', 'Заяц'."""


@dataclass(frozen=True, slots=True, eq=False)
class NamePart:
    """A word of a doctor's name. Normalised forms, and their keys."""

    kind: Kind
    """Given names and patronymics mean nothing alone: many patients have them, too."""
    forms: dict[str, frozenset[str]]
    """With the cases that each form may be."""
    keys: dict[str, frozenset[str]]
    """The same by the forms' keys."""


@lru_cache(maxsize=20_000)
def name_part(written: str, gender: Gender | None) -> NamePart:
    """A part as the clinic writes it, in all its cases; of a surname those of the doctor's gender."""
    word = normalise(written)
    given = name_forms(word, _GIVEN, None)
    cases = given or _surname(word, gender)
    forms = {(word, NOMINATIVE), *cases}
    by_key = {(key(form), case) for form, case in forms}
    return NamePart("given" if given else "surname", _cases(forms), _cases(by_key))


def _surname(word: str, gender: Gender | None) -> frozenset[tuple[str, str]]:
    known = name_forms(word, _SURNAME, gender)
    return known or cases_by_ending(word, gender) or name_forms(word, _WORDS, gender)


def _cases(forms: Iterable[tuple[str, str]]) -> dict[str, frozenset[str]]:
    cases: dict[str, frozenset[str]] = {}
    for form, case in forms:
        cases[form] = cases.get(form, frozenset()) | {case}
    return cases
