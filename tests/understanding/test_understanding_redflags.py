"""Every emergency rule is alive, and what only sounds like one passes."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from understanding.phrases import Phrase
from understanding.redflags import RedFlag, check
from understanding.redflags.knowledge import Rule, knowledge

_CODES = {
    "stroke", "chest_pain", "breathing", "anaphylaxis", "bleeding", "seizure", "unconscious", "suicide", "poisoning",
    "infant_fever", "pregnancy", "head_injury",
}  # fmt: skip


def _sample(phrase: Phrase) -> str:
    return " ".join(min((*word.exact, *word.stems)) for word in phrase.words)


@pytest.mark.parametrize("rule", knowledge().rules, ids=lambda rule: " & ".join(p.written for p in rule.phrases))
def test_every_rule_raises_a_flag(rule: Rule) -> None:
    assert check(". ".join(_sample(phrase) for phrase in rule.phrases), "en") is not None


def test_the_codes_are_those_of_the_contract() -> None:
    assert {rule.code for rule in knowledge().rules} | {"infant_fever"} == _CODES


@settings(deadline=None)  # the first call reads the data files
@given(text=st.text())
def test_any_text_is_checked(text: str) -> None:
    flag = check(text, "ru")
    assert flag is None or flag.code in _CODES


@settings(deadline=None)  # the first call reads the data files
@given(before=st.text(alphabet="абвгдежзик ,.!", max_size=80), after=st.text(alphabet="abcdefgh ,.!", max_size=80))
def test_an_emergency_is_seen_between_other_sentences(before: str, after: str) -> None:
    assert check(f"{before}. Мама без сознания. {after}", "en") == RedFlag("unconscious")


def test_an_emergency_at_the_end_of_the_longest_message_is_seen() -> None:
    assert check("болит горло. " * 310 + "не могу дышать", "ru") == RedFlag("breathing")


@pytest.mark.parametrize(
    "text",
    [
        "у меня нет боли в груди",
        "в прошлом году был инсульт",
        "had a stroke in 2015, need a follow up",
        "нос не дышит",
        "I can't breathe through my nose",
        "не задыхаюсь",
        "this queue is killing me",
        "телефон регистратуры не отвечает",
        "ребёнку 2 года, температура 39",
        "температура 38 уже 2 недели у ребёнка",
    ],
)
def test_near_misses_pass(text: str) -> None:
    assert check(text, "ru") is None


@pytest.mark.parametrize(
    "text",
    [
        "нет сил, болит в груди",
        "нет сил болит в груди",
        "I don't feel well chest pain",
        "без причины давит в груди",
        "5 лет назад был инсульт, сейчас опять отнялась рука",
        "не знаю, но папа без сознания",
        "воздуха нет совсем",
        "отекло лицо утром после укуса осы",
    ],
)
def test_in_doubt_it_is_an_emergency(text: str) -> None:
    assert check(text, "ru") is not None


@pytest.mark.parametrize(
    ("text", "emergency"),
    [
        ("ребёнку 2 месяца, 38", True),
        ("ребёнку 2 месяца, 37.2", False),
        ("ребёнку 2 месяца, температуры нет", False),
        ("месячный ребёнок горячий", True),
        ("шестимесячный ребёнок, температура 38", False),
        ("my 6-week-old baby, 101 F", True),
        ("my 6 year old, 101 F", False),
    ],
)
def test_fever_in_the_first_three_months(text: str, emergency: bool) -> None:
    assert (check(text, "ru") == RedFlag("infant_fever")) is emergency


def test_a_year_silences_only_if_it_is_surely_past() -> None:
    assert check("в 2019 году был инсульт", "ru") is None
    assert check("сегодня 21.11.2026 сильная боль в груди", "ru") is not None
    assert check("chest pain since this morning, 2031", "en") is not None


def test_a_line_break_hides_nothing() -> None:
    for text in ("не могу\nдышать", "I can't\nbreathe", "сильная боль\nв груди"):
        assert check(text, "ru") is not None, text
