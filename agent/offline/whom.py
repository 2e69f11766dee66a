"""To whom, by name: in Russian in the dative, where the dictionary knows it for sure."""

from collections.abc import Sequence
from typing import Literal

from agent.offline.words import words
from understanding.morphology import name_forms
from understanding.requests.clinic import Gender
from understanding.requests.names.forms import name_part
from understanding.text import normalise

_GIVEN = frozenset({"Name", "Patr"})
GENDERS: tuple[Gender, ...] = ("female", "male")
DATIVE = "datv"


def named(names: Sequence[str], language: Literal["ru", "en"]) -> str:
    """'к Наталье Светловой', 'к врачу John Smith', 'Dr Светлова'; of several names, all."""
    say = words(language).say
    if language == "ru":
        datives = [dative(name) for name in names]
        if datives and all(datives):
            return say("to-names", names=say("or").join(one for one in datives if one))
    return say("to-doctors", names=say("or").join(names))


def dative(name: str) -> str | None:
    """The dative of a full name; None if any of its words is not surely a name of one gender."""
    parts = name.split()
    for gender in GENDERS:
        forms = [_part(part, gender) for part in parts]
        if forms and all(forms):
            return " ".join(one for one in forms if one)
    return None


def _part(written: str, gender: Gender) -> str | None:
    word = normalise(written)
    given = name_forms(word, _GIVEN, gender)
    part = name_part(written, gender)
    if part.kind == "given" and not given:
        return None
    forms = given or {(form, case) for form, cases in part.forms.items() for case in cases}
    found = {form for form, case in forms if case == DATIVE}
    return found.pop().capitalize() if len(found) == 1 else None
