"""The clinic's own names: doctors are asked for by name, branches by street, so those go to the model as they are."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from rapidfuzz import fuzz

from agent.privacy.letters import sound
from agent.privacy.lexicon import words_of
from agent.privacy.words import lemmas_of, likeness, surname_forms

ALIKE = 82.0
"""How alike (0 to 100) a slip of the keyboard leaves two surnames."""


@dataclass(frozen=True)
class Staff:
    """What a patient may know of the clinic. Empty: every name is taken for a person's."""

    doctors: tuple[str, ...] = ()
    """Full names, surname first or last."""
    places: tuple[str, ...] = ()
    """Names and addresses of branches."""

    def is_one(self, name: Sequence[str], *, before: str, told: bool = False) -> bool:
        """Whether `name` (lower-case words) is a doctor's: all its words are of one doctor's name.

        `before`: the word before it; 'доктор' makes a given name alone a doctor's. `told`: it was given as a
        person's own name ('меня зовут'), which a doctor's namesake may say.
        """
        asked = before in words_of("doctor_cues")
        if told and not asked:
            return False
        whole = [word for word in name if len(word) > 1]
        return bool(whole) and any(self._fits(whole, doctor, asked=asked) for doctor in self._doctors)

    def _fits(self, name: Sequence[str], doctor: Sequence[str], *, asked: bool) -> bool:
        met = [next((one for one in doctor if alike(word, one)), None) for word in name]
        if None in met:
            return False
        return asked or len(name) > 1 or any(one is not None and likeness(one) != "given" for one in met)

    @cached_property
    def _doctors(self) -> tuple[tuple[str, ...], ...]:
        return tuple(_norms(name) for name in self.doctors)

    def is_place(self, written: str) -> bool:
        """Whether an address is a branch's own."""
        wanted = set(_norms(written)) - words_of("address_words")
        return bool(wanted) and any(
            all(any(alike(word, other) for other in _norms(place)) for word in wanted) for place in self.places
        )


def alike(word: str, other: str) -> bool:
    """Whether a lower-case word is the name `other`, in another case, alphabet or with a slip."""
    if word == other:
        return True
    if any(char.isdigit() for char in word + other):
        return False
    forms = surname_forms(other) or lemmas_of(other)
    if lemmas_of(word) & forms:
        return True
    if min(len(word), len(other)) < 4 or likeness(word) == "given":
        return False
    return any(
        fuzz.ratio(sound(one), sound(two)) >= ALIKE for one in {word, *lemmas_of(word)} for two in {other, *forms}
    )


def _norms(name: str) -> tuple[str, ...]:
    return tuple(word.strip('.,()"«»').lower().replace("ё", "е") for word in name.replace(",", " ").split())
