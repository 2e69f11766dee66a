"""Both languages say the same things, and Russian counts as Russian does."""

from pathlib import Path

import pytest
from fluent.syntax import FluentParser
from fluent.syntax.ast import Message

from agent.offline.words import LOCALES, words
from contracts.schedule import ReasonCode


def messages(language: str) -> dict[str, set[str]]:
    """Each message of a locale file with its attributes."""
    resource = FluentParser().parse(Path(LOCALES / language / "agent.ftl").read_text(encoding="utf-8"))
    found = [entry for entry in resource.body if isinstance(entry, Message)]
    assert len(found) == len({entry.id.name for entry in found})
    return {entry.id.name: {attribute.id.name for attribute in entry.attributes} for entry in found}


def test_both_files_are_whole() -> None:
    only_russian = {"weekday-on", "weekday-of"}
    only_english = {"weekday"}
    russian, english = messages("ru"), messages("en")

    assert russian.keys() - only_russian == english.keys() - only_english
    assert all(russian[name] == english[name] for name in russian.keys() - only_russian)


@pytest.mark.parametrize("code", list(ReasonCode))
def test_every_reason_of_the_clinic_has_words(code: ReasonCode) -> None:
    assert {f"reason-{code.replace('_', '-')}"} <= messages("ru").keys() & messages("en").keys()


@pytest.mark.parametrize(
    ("count", "said"),
    [
        (1, "К лору завтра есть свободное время. Подойдёт?"),
        (2, "К лору завтра есть 2 варианта. Какой вам удобен?"),
        (5, "К лору завтра есть 5 вариантов. Какой вам удобен?"),
        (21, "К лору завтра есть 21 вариант. Какой вам удобен?"),
    ],
)
def test_russian_counts(count: int, said: str) -> None:
    assert words("ru").say("found", to="К лору", wish="завтра", count=count, more="first", asked="") == said


def test_a_missing_value_is_an_error_and_not_a_hole_in_a_text() -> None:
    with pytest.raises(ValueError, match="found"):
        words("ru").say("found", to="К лору", count=1)
