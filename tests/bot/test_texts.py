"""Both languages say the same things, with the same values, and nothing is left unsaid."""

import ast
import re
from pathlib import Path

import pytest
from fluent.syntax import FluentParser
from fluent.syntax import ast as ftl

import bot
from bot.texts import LANGUAGES, LOCALES, Language, texts

SPECIALTIES = frozenset(
    re.findall(
        r"\w+",
        """
        therapist pediatrician cardiologist neurologist gastroenterologist ent ophthalmologist dermatologist surgeon
        orthopedist urologist gynecologist endocrinologist pulmonologist rheumatologist allergist psychiatrist dentist
        oncologist nephrologist infectionist proctologist
        """,
    )
)


def messages(language: Language) -> dict[str, set[str]]:
    """Each message's values, by its name. Broken or repeated messages fail here."""
    found: dict[str, set[str]] = {}
    for file in sorted((LOCALES / language).glob("*.ftl")):
        source = file.read_text(encoding="utf-8")
        for entry in FluentParser().parse(source).body:
            assert not isinstance(entry, ftl.Junk), f"{file}: {entry.content}"
            if isinstance(entry, ftl.Message):
                assert entry.id.name not in found, f"{file}: {entry.id.name} twice"
                assert entry.value is not None
                found[entry.id.name] = set(re.findall(r"\{ \$(\w+) \}", source[entry.span.start : entry.span.end]))  # type: ignore[union-attr]
    return found


def test_both_languages_have_the_same_messages_with_the_same_values() -> None:
    assert messages("ru") == messages("en")


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_message_can_be_said(language: Language) -> None:
    for name, values in messages(language).items():
        assert texts(language).say(name, **dict.fromkeys(values, "something"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_specialty_of_the_contract_has_a_name(language: Language) -> None:
    names = [texts(language).specialty(code) for code in SPECIALTIES]
    assert len(set(names)) == 22
    assert not set(names) & SPECIALTIES


def test_an_unknown_specialty_is_shown_by_its_code() -> None:
    assert texts("ru").specialty("homeopath") == "homeopath"


def test_a_missing_value_is_an_error_and_not_a_gap() -> None:
    with pytest.raises(ValueError, match="number"):
        texts("en").say("already-booked")


def test_values_never_become_markup() -> None:
    said = texts("en").html("held", until="<1>", when="a & b", specialty="s", doctor="<b>", place="p")
    assert "&lt;1&gt;" in said
    assert "a &amp; b" in said
    assert "&lt;b&gt;" in said
    assert said.startswith("<b>I hold")


def test_the_version_of_the_consent_is_one_for_all_languages() -> None:
    assert len({texts(language).say("consent-version") for language in LANGUAGES}) == 1


def test_no_text_for_a_patient_is_written_in_the_code() -> None:
    """Russian letters in the code would be just that; lexical patterns of letters are not texts."""
    for file in Path(bot.__file__).parent.rglob("*.py"):
        tree = ast.parse(file.read_text(encoding="utf-8"))
        docs = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docs:
                assert not re.search("[а-яё]{3}", node.value, re.IGNORECASE), f"{file}: {node.value}"
