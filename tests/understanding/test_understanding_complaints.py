"""The complaints' knowledge is whole, and the words around a complaint are heard."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from understanding.complaints import named, rank
from understanding.complaints.knowledge import Entry, entries, specialties
from understanding.phrases import Phrase

_CODES = {
    "therapist", "pediatrician", "cardiologist", "neurologist", "gastroenterologist", "ent", "ophthalmologist",
    "dermatologist", "surgeon", "orthopedist", "urologist", "gynecologist", "endocrinologist", "pulmonologist",
    "rheumatologist", "allergist", "psychiatrist", "dentist", "oncologist", "nephrologist", "infectionist",
    "proctologist",
}  # fmt: skip


def _sample(phrase: Phrase) -> str:
    """A text that says the phrase, in the order in which it is written."""
    return " ".join(min((*word.exact, *word.stems)) for word in phrase.words)


def test_all_specialties_of_the_contract_are_known_and_no_other() -> None:
    assert set(specialties()) == _CODES


@pytest.mark.parametrize("entry", entries(), ids=lambda entry: f"{entry.specialty}: {entry.phrase.written}")
def test_every_entry_is_reachable(entry: Entry) -> None:
    found = rank(_sample(entry.phrase), "ru")
    assert entry.specialty in found
    if entry.is_name:
        assert found[0] == entry.specialty == named(_sample(entry.phrase), "ru")


@settings(deadline=None)  # the first call reads the data files
@given(text=st.text())
def test_any_text_gives_known_specialties_each_once(text: str) -> None:
    found = rank(text, "en")
    assert set(found) <= _CODES
    assert len(set(found)) == len(found)


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("запишите к окулисту", "ophthalmologist"),
        ("не к терапевту, а к хирургу", "surgeon"),
        ("терапевт направил к кардиологу", "cardiologist"),
        ("был у терапевта, сказал к неврологу", "neurologist"),
        ("my GP referred me to a cardiologist", "cardiologist"),
        ("eye doctor please", "ophthalmologist"),
        ("к кардеологу", "cardiologist"),
        ("болит глаз", None),
    ],
)
def test_a_doctor_is_asked_for_by_name(text: str, asked: str | None) -> None:
    assert named(text, "ru") == asked


@pytest.mark.parametrize(
    ("text", "absent"),
    [
        ("кашля нет, болит ухо", "pulmonologist"),
        ("без температуры, болит ухо", "therapist"),
        ("голова не болит, болит колено", "neurologist"),
        ("no cough but my ear hurts", "pulmonologist"),
        ("I don't have a rash, my ear hurts", "dermatologist"),
    ],
)
def test_a_denied_symptom_does_not_count(text: str, absent: str) -> None:
    assert rank(text, "ru")
    assert absent not in rank(text, "ru")


def test_a_denial_ends_with_its_clause() -> None:
    assert rank("нет температуры, болит живот", "ru")[0] == "gastroenterologist"
    assert rank("не слышу на одно ухо", "ru")[0] == "ent"


@pytest.mark.parametrize(
    "text", ["у ребёнка болит ухо", "дочке 4 года, кашель", "my 7-year-old has an earache", "ему 5 лет, болит живот"]
)
def test_a_child_goes_to_the_paediatrician_first_and_the_specialist_next(text: str) -> None:
    found = rank(text, "ru")
    assert found[0] == "pediatrician"
    assert len(found) > 1


@pytest.mark.parametrize(
    "text", ["сыну 25 лет, болит колено", "после рождения ребёнка болит спина", "my knee since childhood"]
)
def test_who_is_no_child_does_not(text: str) -> None:
    assert "pediatrician" not in rank(text, "ru")


def test_a_specialist_asked_for_a_child_comes_first() -> None:
    assert rank("ребёнку к окулисту", "ru")[:2] == ("ophthalmologist", "pediatrician")


def test_several_complaints_give_several_doctors() -> None:
    assert set(rank("болит зуб и колено, чешется кожа", "ru")) >= {"dentist", "orthopedist", "dermatologist"}
